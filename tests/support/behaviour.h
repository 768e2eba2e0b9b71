#pragma once
#include "services/queue/worker.h"

namespace wemo::tests {

/// Does what the job's data says, in the same words as tests/peers/behaviour.js, so that either side can run any job.
queue::HandlerResult behave(const queue::Job &job, queue::JobContext &context);

} // namespace wemo::tests
