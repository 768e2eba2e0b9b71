'use strict';
// What a handler does is said by its job's data, in the same words as in tests/support/behaviour.h:
//   do: "ok" (default) | "fail" | "hang" | "hangOnce" (the first time it is begun);
//   value: what "ok" returns;  reason: what "fail" says;  failures: fails this many attempts, then is ok;
//   progress: any value;  logs: lines.
const hanging = new Set();

// Ends whatever hangs, so that a worker can be closed.
function release() {
    for (const end of hanging)
        end(new Error('released'));
    hanging.clear();
}

async function behave(job) {
    const data = job.data || {};
    for (const line of data.logs || [])
        await job.log(line);
    if (data.progress !== undefined)
        await job.updateProgress(data.progress);
    if (data.do === 'hang' || (data.do === 'hangOnce' && job.attemptsStarted === 1))
        await new Promise((_, reject) => hanging.add(reject));
    if (data.do === 'fail' || job.attemptsMade < (data.failures || 0))
        throw new Error(data.reason || 'told to fail');
    return data.value === undefined ? null : data.value;
}

module.exports = { behave, release };
