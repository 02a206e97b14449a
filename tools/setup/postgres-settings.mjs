// The settings of the embedded server: for a small machine, with nothing taken from safety. Knows no table.

/** Settings as `name=value`. Only a cluster that is thrown away afterwards may be started with `durable: false`. */
export function settingsOf({ port, durable }) {
  return [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=60',
    'shared_buffers=64MB',
    'work_mem=4MB',
    'maintenance_work_mem=64MB',
    'max_wal_size=512MB',
    'jit=off',
    // Reading by the backends themselves saves the three processes that would read for them.
    'io_method=sync',
    'max_worker_processes=4',
    'max_parallel_workers_per_gather=0',
    'autovacuum_max_workers=2',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_line_prefix=%m [%p] ',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_wal_size=2GB']),
  ];
}
