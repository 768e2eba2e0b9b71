'use strict';
// bee-queue as its README advises for speed: producers neither listen for events nor keep their jobs, workers do not
// listen. Delayed jobs need activateDelayedJobs.
const Queue = require('bee-queue');

module.exports = (socket) => {
    const redis = { path: socket };
    return {
        producer(name) {
            const queue = new Queue(name, { redis, isWorker: false, getEvents: false, sendEvents: false, storeJobs: false });
            const job = (data, delay) => (delay ? queue.createJob(data).delayUntil(Date.now() + delay) : queue.createJob(data));
            return {
                add: (data, delay) => job(data, delay).save(),
                addMany: async (list) => {
                    const errors = await queue.saveAll(list.map((data) => job(data)));
                    if (errors.size)
                        throw errors.values().next().value;
                },
                close: () => queue.close(),
            };
        },
        async worker(name, concurrency, handle) {
            const queue = new Queue(name, { redis, getEvents: false, storeJobs: false, activateDelayedJobs: true });
            await queue.ready();
            queue.process(concurrency, async (job) => handle(job.data));
            return { close: () => queue.close(5000) };
        },
    };
};
