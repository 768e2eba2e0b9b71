'use strict';
// json-rules-engine pricing rides by the tariff of tests/bench/pricing_bench.cpp: a rule a component, whose event says
// what it charges; the fare is added up from the events.
const fs = require('fs');
const { Engine } = require('json-rules-engine');
const { serve } = require('./lines');

let engine;
let rides = [];

function tier(word) {
    return { fact: 'tier', operator: 'equal', value: word };
}

function load({ path, tariff }) {
    rides = JSON.parse(fs.readFileSync(path)).map(([word, seconds]) => ({ tier: word, minutes: Math.ceil(seconds / 60) }));
    engine = new Engine();
    for (const { tier: word, price, minutes, rate } of tariff) {
        engine.addRule({ conditions: { all: [tier(word)] }, event: { type: 'base', params: { price } } });
        engine.addRule({
            conditions: { all: [tier(word), { fact: 'minutes', operator: 'greaterThan', value: minutes }] },
            event: { type: 'time', params: { start: minutes, rate } },
        });
    }
    return rides.length;
}

async function price() {
    let sum = 0;
    const begun = performance.now();
    for (const ride of rides) {
        const { events } = await engine.run(ride);
        let fare = 0;
        for (const { type, params } of events)
            fare += type === 'base' ? params.price : params.rate * (ride.minutes - params.start);
        sum += Math.ceil(fare);
    }
    return { ms: performance.now() - begun, sum };
}

serve({ load, price });
