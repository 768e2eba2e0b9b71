'use strict';
// rate-limiter-flexible over ioredis as it comes: one limit on one subject, so many decisions in flight.
const Redis = require('ioredis');
const { RateLimiterRedis } = require('rate-limiter-flexible');
const { serve } = require('./lines');

const client = new Redis({ path: process.argv[2] });

async function decide({ decisions, inFlight, subjects, points }) {
    const limiter = new RateLimiterRedis({ storeClient: client, points, duration: 3600, keyPrefix: 'peer' });
    let left = decisions;
    let allowed = 0;
    const begun = performance.now();
    const lane = async () => {
        while (left-- > 0) {
            try {
                await limiter.consume(`+8869${10000000 + (left % subjects)}`);
                ++allowed;
            } catch (refused) {
                if (refused instanceof Error)
                    throw refused;
            }
        }
    };
    await Promise.all(Array.from({ length: inFlight }, lane));
    return { ms: performance.now() - begun, allowed };
}

serve({ decide });
