#include "tests/support/delivery_model.h"

namespace wemo::tests {

using S = sms::DeliveryState;

namespace {
sms::NewMessage message() {
    return {*phone::PhoneNumber::fromE164(u"+886912345678"),
            sms::Purpose::Otp,
            "otp.sign_in",
            "Your code is 123456",
            "Your code is ••••••",
            5,
            "request-1",
            {}};
}

/// What gateways tell, first to last; the last ones contradict themselves.
const QList<QStringList> &fates() {
    static const QList<QStringList> all{{"0", "100"},
                                        {"0", "100"},
                                        {"100"},
                                        {"0", "101"},
                                        {"0", "107"},
                                        {"105"},
                                        {"-1"},
                                        {"0"},
                                        {},
                                        {"300", "0", "100"},
                                        {"999", "0", "100"},
                                        {"0", "4711"},
                                        {"300", "303"},
                                        {"100", "101"},
                                        {"0", "-1", "100"}};
    return all;
}

S stateOf(const QString &code) {
    static const QMap<QString, S> states{{"0", S::Sent},        {"100", S::Delivered}, {"101", S::Undelivered},
                                         {"107", S::Expired},   {"105", S::Rejected},  {"-1", S::Failed},
                                         {"300", S::Scheduled}, {"303", S::Canceled}};
    return states.value(code, S::Sent);
}

sms::SubmissionAnswer refused(const char *code, bool elsewhere) {
    sms::SubmissionAnswer answer{S::Failed, {}, QString::fromLatin1(code), "refused", "The gateway refused it."};
    answer.notTaken = answer.elsewhere = elsewhere;
    return answer;
}

sms::SubmissionAnswer unreachable() {
    sms::SubmissionAnswer answer{S::Failed, {}, "unreachable", "gateway-unreachable", "It is not there."};
    answer.retriable = answer.notTaken = true;
    return answer;
}
} // namespace

void ModelGateway::begin(Chance *chance) {
    m_chance = chance;
    taken = submissions = 0;
    undelivered.clear();
    m_fate.clear();
    m_about = {};
    m_clientId.clear();
}

sms::Receipt ModelGateway::receipt(const QString &code, int second) const {
    sms::Receipt receipt = m_about;
    receipt.rawCode = code;
    receipt.state = stateOf(code);
    receipt.isReply = code == "999";
    receipt.isRecognised = code != "4711";
    receipt.gatewayAt = m_clock.now() + std::chrono::seconds(second);
    return receipt;
}

void ModelGateway::take(const sms::Submission &submission) {
    ++taken;
    m_about.gateway = m_name;
    m_about.batchId = QString("%1-%2-%3").arg(m_name, submission.reference).arg(taken);
    m_about.number = submission.number.e164();
    m_about.reference = m_chance->oneIn(4) ? QString() : submission.reference;
    m_clientId = submission.clientId;
    m_fate.clear();
    for (const QString &code : m_chance->anyOf(fates()))
        m_fate.append(receipt(code, static_cast<int>(m_fate.size())));
    undelivered += m_fate;
}

sms::SubmissionAnswer ModelGateway::submit(const sms::Submission &submission) {
    ++submissions;
    const int what = m_chance->below(12);
    if (what == 0)
        return unreachable();
    if (what == 1)
        return refused("-24", false);
    if (what == 2)
        return refused("-101", true);
    const bool isKnown = m_idempotent && taken > 0 && m_clientId == submission.clientId;
    const bool isLost = what == 3 || what == 4; // on its way to the gateway
    if (!isLost && !isKnown)
        take(submission);
    if (whileSubmitting)
        whileSubmitting(); // receipts before the answer; or the service dies here
    if (isLost || what == 5 || what == 6)
        return {S::SubmitUnknown, {}, "timeout", "no-answer", "No answer came."};
    return {S::Accepted, m_about.batchId, {}, {}, "The gateway took it.", 10'000};
}

Result<QList<sms::Receipt>> ModelGateway::query(const QString &batchId) {
    if (m_chance->oneIn(4))
        return failure(ErrorKind::Unavailable, "gateway-error", "It cannot be asked.");
    if (batchId != m_about.batchId || m_fate.isEmpty() || m_chance->oneIn(4))
        return QList<sms::Receipt>();
    return QList<sms::Receipt>{m_chance->anyOf(m_fate)};
}

ModelWorld::Side::Side(ModelWorld &world, const std::vector<sms::GatewayShare> &shares)
    : gateways(shares, world.m_clock)
    , worker({*world.m_database, world.m_log, gateways, world.m_receipts, world.m_metrics, [] {}})
    , sweeper({*world.m_database, world.m_log, gateways, world.m_receipts, world.m_metrics, [] {},
               [&world](sms::Purpose, const QList<Id> &ids) { return world.addJobs(ids); }},
              {}) {}

ModelWorld::ModelWorld()
    : m_database([] {
        storage::Options options;
        options.path = ":memory:";
        auto opened = storage::Database::open(options);
        if (!opened || !(*opened)->migrate())
            qFatal("no store in memory");
        return *std::move(opened);
    }())
    , m_list(*m_database, m_secrets)
    , m_sender(*m_database, m_log, [] {})
    , m_receipts(*m_database, m_log, m_metrics, [] {}) {
    const std::map<sms::Purpose, int> otp{{sms::Purpose::Otp, 1}};
    const sms::GatewayShare plain{m_plain, otp}, keyed{m_keyed, otp};
    m_sets.push_back({plain});
    m_sets.push_back({keyed});
    m_sets.push_back({plain, keyed});
    for (ModelGateway *gateway : {&m_plain, &m_keyed})
        gateway->whileSubmitting = [this] {
            meanwhile();
            mayBeKilled();
        };
}

void ModelWorld::begin(quint32 seed) {
    m_chance.emplace(seed);
    m_plain.begin(&*m_chance);
    m_keyed.begin(&*m_chance);
    m_side = std::make_unique<Side>(*this, m_chance->anyOf(m_sets));
    m_told.clear();
    story.clear();
    m_jobs = 1;
    m_attempts = 0;
    m_lives = 3;
    const auto sent = m_sender.send(message());
    m_id = sent ? sent->id : 0;
}

sms::MessageRecord ModelWorld::record() {
    const auto found =
        m_database->write([this](storage::Connection &connection) { return m_log.lock(connection, m_id); });
    return found ? *found : sms::MessageRecord();
}

void ModelWorld::tell(const QString &what) {
    if (tellsStory)
        story.append(what + " → " + toString(record().message.state));
}

void ModelWorld::mayBeKilled() {
    if (m_lives > 0 && m_chance->oneIn(6)) {
        --m_lives;
        tell("killed");
        throw Killed();
    }
}

/// While a submission is under way: receipts, a sweep that gives it up, another worker with the same job.
void ModelWorld::meanwhile() {
    while (m_chance->oneIn(4))
        callBack();
    if (m_isNested)
        return;
    m_isNested = true;
    if (m_chance->oneIn(8)) {
        m_clock.advance(std::chrono::seconds(90));
        sweep();
    }
    if (m_jobs > 1)
        runJob();
    m_isNested = false;
}

/// The queue keeps one job of an id; a second one means that it was taken away from a worker that is still at it.
Result<int> ModelWorld::addJobs(const QList<Id> &ids) {
    if (!ids.contains(m_id) || m_jobs > 0)
        return 0;
    m_jobs = 1;
    m_attempts = 0;
    tell("its job is added again");
    return 1;
}

void ModelWorld::runJob() {
    if (m_jobs == 0)
        return;
    queue::Job job;
    job.data = sms::Lanes::jobOf(m_id, {}).data;
    job.options.attempts = 3;
    job.attemptsMade = m_attempts;
    const std::atomic<bool> canceled = false;
    tell("a worker takes it");
    try {
        const queue::HandlerResult done = m_side->worker.handle(job, queue::JobContext(m_queue, job, canceled));
        if (done.outcome == queue::Outcome::Retry && ++m_attempts < job.options.attempts)
            return; // the same job again, later
        --m_jobs;
        m_attempts = 0;
    } catch (const Killed &) {
        // The job stays: its lock ends, and another worker gets it.
    }
    tell("the worker is done");
}

void ModelWorld::take(const sms::Receipt &receipt) {
    m_told.append(receipt);
    if (!m_receipts.take(receipt))
        qFatal("a receipt was not taken");
    tell(QString("receipt %1 of %2").arg(receipt.rawCode, receipt.batchId));
}

/// Any of those that are on their way, which may stay there and come again.
void ModelWorld::callBack() {
    QList<sms::Receipt> &waiting = m_plain.undelivered.isEmpty() ? m_keyed.undelivered : m_plain.undelivered;
    if (waiting.isEmpty())
        return;
    const int place = m_chance->below(static_cast<int>(waiting.size()));
    const sms::Receipt receipt = waiting[place];
    if (!m_chance->oneIn(4))
        waiting.removeAt(place);
    if (m_chance->oneIn(10)) { // somebody else's, or of a batch nobody knows
        sms::Receipt stranger = receipt;
        stranger.batchId = "strange";
        stranger.reference.clear();
        if (!m_receipts.take(stranger))
            qFatal("a receipt was not taken");
    }
    take(receipt);
}

void ModelWorld::sweep() {
    if (!m_side->sweeper.sweep())
        qFatal("a sweep failed");
    tell("sweep");
}

void ModelWorld::step() {
    switch (m_chance->below(10)) {
    case 0:
    case 1:
    case 2:
        return runJob();
    case 3:
    case 4:
    case 5:
        return callBack();
    case 6:
        m_clock.advance(std::chrono::seconds(1 + m_chance->below(90)));
        return sweep();
    case 7:
        m_clock.advance(std::chrono::minutes(1 + m_chance->below(20)));
        return sweep();
    case 8:
        tell("Redis loses its jobs");
        m_jobs = 0;
        return;
    default:
        tell("its job is there twice");
        m_jobs += m_jobs > 0 ? 1 : 0;
        return;
    }
}

void ModelWorld::settle() {
    m_lives = 0;
    for (int round = 0; round < 100; ++round) {
        runJob();
        const sms::MessageRecord now = record();
        if (!now.deadline && !now.nextPoll && m_jobs == 0)
            return;
        // To the next thing that time does, or for what was left behind to be noticed.
        const Instant far = m_clock.now() + std::chrono::minutes(2);
        const Instant next = std::min(now.deadline.value_or(far), now.nextPoll.value_or(far));
        m_clock.set(std::max(next, m_clock.now() + std::chrono::seconds(11)));
        sweep();
    }
}

} // namespace wemo::tests
