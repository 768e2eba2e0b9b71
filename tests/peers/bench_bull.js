'use strict';
// Bull 4 as it comes: every option its default, but for the address.
const Queue = require('bull');

module.exports = (socket) => {
    const options = { redis: { path: socket } };
    return {
        producer(name) {
            const queue = new Queue(name, options);
            return {
                add: (data, delay) => queue.add('submit', data, delay ? { delay } : {}),
                addMany: (list) => queue.addBulk(list.map((data) => ({ name: 'submit', data }))),
                close: () => queue.close(),
            };
        },
        async worker(name, concurrency, handle) {
            const queue = new Queue(name, options);
            await queue.isReady();
            queue.process('submit', concurrency, async (job) => handle(job.data)).catch(() => {});
            return { close: () => queue.close() };
        },
    };
};
