'use strict';
// @entur/gbfs-validator judging one system_pricing_plans.json by the official schema of GBFS 2.3, the newest it has.
const validate = require('@entur/gbfs-validator/validate');
const schema = require('@entur/gbfs-validator/versions/schemas/v2.3/system_pricing_plans.json');
const { serve } = require('./lines');

function judge({ document }) {
    const { errors } = validate(schema, document);
    return (errors || []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

serve({ judge });
