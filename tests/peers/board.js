'use strict';
// node board.js bullmq|bullmq5 SOCKET: bull-board on a port of its own choice. Command "open" shows a queue on it.
const express = require('express');
const { createBullBoard } = require('@bull-board/api');
const { BullMQAdapter } = require('@bull-board/api/bullMQAdapter');
const { ExpressAdapter } = require('@bull-board/express');
const { serve } = require('./lines');

const [library, socket] = process.argv.slice(2);
const { Queue } = require(library);

const adapter = new ExpressAdapter();
const board = createBullBoard({ queues: [], serverAdapter: adapter });
const app = express();
app.use(adapter.getRouter());
const server = app.listen(0, '127.0.0.1', () => serve({
    open: ({ queue }) => {
        board.addQueue(new BullMQAdapter(new Queue(queue, { connection: { path: socket } })));
        return server.address().port;
    },
}));
