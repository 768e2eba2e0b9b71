'use strict';
// What all peers share: commands come as one JSON line each on stdin, and each is answered by one line on stdout,
// {"id", "ok": value} or {"id", "error": text}. The peer ends when its stdin does, that is, with the test.
const readline = require('node:readline');

function say(line) {
    process.stdout.write(JSON.stringify(line) + '\n');
}

function serve(commands) {
    const answer = async (line) => {
        const { id, do: name, ...args } = JSON.parse(line);
        try {
            if (!commands[name])
                throw new Error(`no command "${name}"`);
            const value = await commands[name](args);
            say({ id, ok: value === undefined ? null : value });
        } catch (error) {
            say({ id, error: String(error && error.message ? error.message : error) });
        }
    };
    const input = readline.createInterface({ input: process.stdin });
    input.on('line', answer);
    input.on('close', () => process.exit(0));
    say({ id: 0, ok: 'ready' });
}

module.exports = { serve };
