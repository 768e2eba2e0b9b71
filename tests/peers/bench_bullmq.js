'use strict';
// BullMQ as it comes: every option its default, but for the address.
const { Queue, Worker } = require('bullmq');

module.exports = (socket) => {
    const connection = { path: socket };
    return {
        producer(name) {
            const queue = new Queue(name, { connection });
            return {
                add: (data, delay) => queue.add('submit', data, delay ? { delay } : {}),
                addMany: (list) => queue.addBulk(list.map((data) => ({ name: 'submit', data }))),
                close: () => queue.close(),
            };
        },
        async worker(name, concurrency, handle) {
            const worker = new Worker(name, async (job) => handle(job.data), { connection, concurrency });
            await worker.waitUntilReady();
            return { close: () => worker.close() };
        },
    };
};
