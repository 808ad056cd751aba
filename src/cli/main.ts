console.error('usage: qascore COMMAND ...');
process.exitCode = 2;
