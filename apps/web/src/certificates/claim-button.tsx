// Claims the certificate of a completed enrolment. However often it is pressed, it is one certificate.
import IconCertificate from '@tabler/icons-react/dist/esm/icons/IconCertificate.mjs';
import { certificates } from '@onetouch/contract';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../paths.js';
import { call } from '../platform/call.js';
import { isProblem, Problem } from '../platform/problem.js';
import { problemWords } from '../platform/problem-words.js';
import { Button, type ButtonProps } from '../ui/button.js';
import { Callout } from '../ui/notice.js';
import styles from './claim-button.module.css';

interface ClaimButtonProps extends Pick<ButtonProps, 'look' | 'size' | 'children' | 'aria-describedby'> {
  enrolmentId: string;
}

/** The button; leads to the certificate when the server has issued it, and says why when it has not. */
export function ClaimButton({ enrolmentId, ...button }: ClaimButtonProps) {
  const navigate = useNavigate();
  const [isClaiming, setIsClaiming] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const claim = async () => {
    setIsClaiming(true);
    setProblem(null);
    try {
      const certificate = await call(certificates.claim, { params: { enrolmentId } });
      await navigate(paths.certificate(certificate.id));
    } catch (error) {
      setProblem(isProblem(error) ? error : new Problem({ code: 'service.failed', status: 500 }));
    }
    setIsClaiming(false);
  };
  return (
    <div className={styles['claim']}>
      {problem && <Callout tone="error">{problemWords(problem)}</Callout>}
      <Button
        {...button}
        isBusy={isClaiming}
        icon={<IconCertificate size={22} aria-hidden="true" />}
        onClick={() => void claim()}
      />
    </div>
  );
}
