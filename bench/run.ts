// npm run bench: how fast the product is beside its floor. npm run bench -- crash: how much it survives.
if (process.argv[2] === 'crash') await import('./crash.js');
else await import('./duels.js');
