// Loaded into a program that is profiled: Node writes the profile when the program ends by itself, not when it is ended.
process.once('SIGTERM', () => process.exit(0));
