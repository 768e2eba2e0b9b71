#pragma once
#include "services/sms/message_list.h"
#include "services/sms/message_sender.h"
#include "services/sms/receipt_intake.h"
#include "services/sms/submit_worker.h"
#include "services/sms/sweeper.h"
#include "tests/support/fake_clock.h"
#include "tests/support/storage_fixture.h"

#include <mutex>

namespace wemo::tests {

/// A gateway that answers what it is told to and counts what it was given.
class FakeGateway : public sms::Gateway {
public:
    QString name() const override { return QStringLiteral("fake"); }
    sms::SubmissionAnswer submit(const sms::Submission &submission) override {
        {
            const std::lock_guard lock(m_mutex);
            submissions.append(submission);
        }
        if (const auto during = whileSubmitting)
            during(submission);
        const std::lock_guard lock(m_mutex);
        return answers.isEmpty() ? accepted("batch-" + submission.reference) : answers.takeFirst();
    }
    Result<QList<sms::Receipt>> query(const QString &batchId) override {
        const std::lock_guard lock(m_mutex);
        queries.append(batchId);
        return known;
    }
    Result<sms::CancelAnswer> cancel(const QString &batchId) override {
        canceled.append(batchId);
        return cancelAnswer;
    }
    Result<qint64> balance() override { return credit; }
    std::optional<Milliseconds> idempotentFor() const override { return idempotent; }
    static sms::SubmissionAnswer accepted(const QString &batchId) {
        return {sms::DeliveryState::Accepted, batchId, {}, {}, "taken", 10'000};
    }

    QList<sms::Submission> submissions;
    QList<sms::SubmissionAnswer> answers;
    QStringList queries;
    Result<QList<sms::Receipt>> known;
    QStringList canceled;
    Result<sms::CancelAnswer> cancelAnswer = sms::CancelAnswer{1, 10'000};
    qint64 credit = 1'000'0000;
    std::optional<Milliseconds> idempotent;
    std::function<void(const sms::Submission &)> whileSubmitting;

private:
    std::mutex m_mutex;
};

/// Everything of services/sms on one database, without a queue.
struct SmsWorld {
    StorageFixture fixture;
    FakeClock clock;
    IdSource ids{clock, 1};
    runtime::Secrets secrets{QByteArray(32, 'p'), QByteArray(32, 's'), QByteArray(32, 'l'), "token", {}};
    metrics::Registry metrics;
    std::atomic<int> commits = 0;
    std::function<void()> afterCommit = [this] { ++commits; };
    FakeGateway gateway;
    sms::Gateways gateways{
        {{gateway, {{sms::Purpose::Otp, 1}, {sms::Purpose::Transactional, 1}, {sms::Purpose::Marketing, 1}}}}, clock};
    storage::Database &database = fixture.database();
    sms::MessageLog log{clock, ids, secrets};
    sms::MessageList list{database, secrets};
    sms::MessageSender sender{database, log, afterCommit};
    sms::ReceiptIntake receipts{database, log, metrics, afterCommit};
    sms::SubmitWorker worker{{database, log, gateways, receipts, metrics, afterCommit}};

    static phone::PhoneNumber number(int last = 0) {
        return *phone::PhoneNumber::fromE164(QString("+88691234567%1").arg(last));
    }
    static sms::NewMessage message(const QString &key = {}, int last = 0) {
        return {number(last),          sms::Purpose::Otp,
                "otp.sign_in",         "Your code is 123456",
                "Your code is ••••••", 5,
                "request-1",           key};
    }
    Id send(const sms::NewMessage &message = SmsWorld::message()) {
        const auto requested = sender.send(message);
        return requested ? requested->id : 0;
    }
    queue::HandlerResult work(Id id, int attempt = 1) { return work(sms::Lanes::jobOf(id, {}).data, attempt); }
    queue::HandlerResult work(const std::string &data, int attempt = 1) { return workWith(worker, data, attempt); }
    /// One of three attempts at a job, without a queue.
    static queue::HandlerResult workWith(sms::SubmitWorker &submitWorker, const std::string &data, int attempt) {
        queue::Job job;
        job.data = data;
        job.options.attempts = 3;
        job.attemptsMade = attempt - 1;
        const std::atomic<bool> canceled = false;
        redis::Pool pool({});
        queue::Queue queue(pool, "none");
        return submitWorker.handle(job, queue::JobContext(queue, job, canceled));
    }
    sms::Receipt receipt(Id id, const QString &code, int secondsLater = 1, int last = 0) const {
        sms::Receipt r;
        r.batchId = "batch-" + idToString(id);
        r.number = number(last).e164();
        r.reference = idToString(id);
        r.rawCode = code;
        r.gatewayAt = clock.now() + std::chrono::seconds(secondsLater);
        r.state = code == "100" ? sms::DeliveryState::Delivered
                  : code == "0" ? sms::DeliveryState::Sent
                                : sms::DeliveryState::Undelivered;
        return r;
    }
    sms::MessageDetail detail(Id id) { return list.detail(id).value_or(sms::MessageDetail()); }
    QString state(Id id) { return toString(detail(id).message.state); }
    QStringList verdicts(Id id) {
        QStringList found;
        for (const sms::MessageEvent &event : detail(id).events)
            found.append(toString(event.state) + ' ' + event.verdict);
        return found;
    }
};

} // namespace wemo::tests
