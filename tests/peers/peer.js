'use strict';
// node peer.js bullmq|bullmq5 SOCKET: a producer, worker and observer of queues, steered by the tests (lines.js).
const { serve } = require('./lines');
const { behave, release } = require('./behaviour');

const [library, socket] = process.argv.slice(2);
const { Queue, Worker, QueueEvents, FlowProducer, Job } = require(library);
const connection = { path: socket };

const queues = new Map();
const workers = new Map();
const watches = new Map();

function queueOf({ queue }) {
    if (!queues.has(queue))
        queues.set(queue, new Queue(queue, { connection }));
    return queues.get(queue);
}

async function jobOf(args) {
    const job = await Job.fromId(queueOf(args), args.job);
    if (!job)
        throw new Error(`no job "${args.job}"`);
    return job;
}

async function jobAsJson(args) {
    const job = await Job.fromId(queueOf(args), args.job);
    if (!job)
        return null;
    const { logs } = await queueOf(args).getJobLogs(args.job);
    return { ...job.toJSON(), state: await job.getState(), logs };
}

async function work({ queue, options }) {
    const ran = [];
    const note = async (job, token, signal) => {
        ran.push({ job: job.id, attempt: job.attemptsMade + 1, at: Date.now() });
        return behave(job, token, signal);
    };
    const worker = new Worker(queue, note, { connection, drainDelay: 1, ...options });
    worker.on('error', () => {}); // a Redis that the test took away
    workers.set(queue, { worker, ran });
    await worker.waitUntilReady();
}

async function stop({ queue }) {
    const at = workers.get(queue);
    workers.delete(queue);
    release();
    if (at)
        await at.worker.close();
}

// Every event that QueueEvents emits, with its fields.
const eventNames = ['added', 'waiting', 'active', 'completed', 'failed', 'delayed', 'progress', 'retries-exhausted',
    'removed', 'paused', 'resumed', 'drained', 'duplicated', 'cleaned', 'stalled'];

async function watch({ queue }) {
    const seen = [];
    const events = new QueueEvents(queue, { connection, lastEventId: '0-0', blockingTimeout: 1000 });
    events.on('error', () => {});
    for (const event of eventNames)
        events.on(event, (args) => seen.push(typeof args === 'string' ? { event } : { event, ...args }));
    watches.set(queue, seen);
    await events.waitUntilReady();
}

serve({
    add: async (args) => (await queueOf(args).add(args.name || 'test', args.data || {}, args.options)).id,
    addBulk: async (args) => (await queueOf(args).addBulk(args.jobs)).map((job) => job.id),
    addFlow: async ({ queue }) => {
        const flows = new FlowProducer({ connection });
        const child = { name: 'child', queueName: queue, data: {} };
        const flow = await flows.add({ name: 'parent', queueName: queue, data: {}, children: [child] });
        await flows.close();
        return { parent: flow.job.id, child: flow.children[0].job.id };
    },
    addScheduler: async (args) => (await queueOf(args).upsertJobScheduler(args.scheduler, { every: args.every })).id,
    removeScheduler: async (args) => queueOf(args).removeJobScheduler(args.scheduler),
    work,
    stop,
    ran: ({ queue }) => (workers.has(queue) ? workers.get(queue).ran : []),
    watch,
    events: ({ queue }) => watches.get(queue) || [],
    job: jobAsJson,
    counts: async (args) => queueOf(args).getJobCounts(),
    jobs: async (args) => (await queueOf(args).getJobs(args.states)).map((job) => job.id),
    workers: async (args) => (await queueOf(args).getWorkers()).map((worker) => worker.rawname),
    pause: async (args) => queueOf(args).pause(),
    resume: async (args) => queueOf(args).resume(),
    isPaused: async (args) => queueOf(args).isPaused(),
    promote: async (args) => (await jobOf(args)).promote(),
    remove: async (args) => (await jobOf(args)).remove(),
    retry: async (args) => (await jobOf(args)).retry('failed', { resetAttemptsMade: true }),
    changeDelay: async (args) => (await jobOf(args)).changeDelay(args.delay),
    changePriority: async (args) => (await jobOf(args)).changePriority({ priority: args.priority }),
    clean: async (args) => queueOf(args).clean(args.grace || 0, args.limit || 0, args.state),
    drain: async (args) => queueOf(args).drain(args.delayed || false),
    concurrency: async (args) => queueOf(args).setGlobalConcurrency(args.value),
});
