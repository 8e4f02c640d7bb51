// Loaded into every program we start (node --import): when whoever started it is gone, it ends too. Its input is a
// pipe that closes with the starter, however that one died.
process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.on('error', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.resume();
(process.stdin as typeof process.stdin & { unref(): void }).unref();
