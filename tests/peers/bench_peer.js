'use strict';
// node bench_peer.js bullmq|bull|bee SOCKET: one client of a queue library, steered by tests/bench/queue_bench.cpp with
// the commands that queue_peer knows too.
const { serve } = require('./lines');

const [library, socket] = process.argv.slice(2);
const { producer, worker } = require(`./bench_${library}`)(socket);

const producers = new Map();
const state = { worker: null, jobs: 0, samples: [], cpu: null };

// Milliseconds since 1970, with their fractions.
const now = () => performance.timeOrigin + performance.now();
const cpuMs = (since) => {
    const { user, system } = process.cpuUsage(since);
    return (user + system) / 1000;
};

function producerOf(queue) {
    if (!producers.has(queue))
        producers.set(queue, producer(queue));
    return producers.get(queue);
}

async function fill({ queue, jobs, data }) {
    for (let done = 0; done < jobs; done += 1000)
        await producerOf(queue).addMany(Array(Math.min(1000, jobs - done)).fill(data));
}

async function add({ queue, jobs, inFlight, data }) {
    const target = producerOf(queue);
    let left = jobs;
    const cpu = process.cpuUsage();
    const start = now();
    const lane = async () => {
        while (left-- > 0)
            await target.add(data);
    };
    await Promise.all(Array.from({ length: inFlight }, lane));
    return { ms: now() - start, cpuMs: cpuMs(cpu) };
}

// Each job's data says when it is due, so the worker can tell how late it starts.
async function feed({ queue, jobs, perSecond, delayFrom, delayTo }) {
    const target = producerOf(queue);
    const start = now();
    const added = [];
    for (let i = 0; i < jobs; ++i) {
        const wait = start + (i * 1000) / perSecond - now();
        if (wait > 0)
            await new Promise((resolve) => setTimeout(resolve, wait));
        const delay = delayTo ? Math.round(delayFrom + ((delayTo - delayFrom) * ((i * 7919) % jobs)) / jobs) : 0;
        added.push(target.add({ at: now() + delay }, delay));
    }
    await Promise.all(added);
}

async function work({ queue, concurrency }) {
    Object.assign(state, { jobs: 0, samples: [], cpu: process.cpuUsage() });
    state.worker = await worker(queue, concurrency, (data) => {
        ++state.jobs;
        if (data.at !== undefined)
            state.samples.push(now() - data.at);
    });
}

async function stop() {
    const spent = cpuMs(state.cpu);
    await state.worker.close();
    return { jobs: state.jobs, samples: state.samples, cpuMs: spent };
}

serve({ fill, add, feed, work, stop });
