#include "tests/support/service_program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <csignal>

using namespace wemo;
using tests::ServiceProgram;

/// The real program: a code that could not be sent, found by its number and sent again by a person.
class QueueReplayTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    const QString m_jobs = QStringLiteral("/api/v1/queues/sms-otp/jobs");

    std::unique_ptr<ServiceProgram> startService(const QStringList &more = {}) {
        const QStringList arguments{"--demo-messages", "0", "--demo-rides", "0", "--queue-backoff-ms", "20"};
        auto service = std::make_unique<ServiceProgram>(m_folder.filePath("data"), arguments + more);
        if (!service->start())
            qFatal("%s", service->output().constData());
        return service;
    }

private Q_SLOTS:
    void aCodeThatNeverLeftIsSentOnceTheGatewayIsThere() {
        auto service = startService({"--gateway-url", "http://127.0.0.1:9/"}); // nobody listens there
        QString token = service->signIn("qa");
        QCOMPARE(
            service
                ->post("/auth/v1/challenges", {{"phone", "0912345678"}, {"channel", "sms"}, {"device_id", "device-1"}})
                .status,
            202);
        QJsonObject job;
        const auto find = [&] {
            const auto found = service->send("GET", m_jobs + "?state=failed&search=0912-345-678", {}, token);
            job = found.body["items"].toArray().at(0).toObject();
            return !job.isEmpty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(find(), 10'000);
        QCOMPARE(job["failed_reason"].toString(), "gateway-unreachable");
        QCOMPARE(job["attempts_made"].toInt(), 5);
        const QString message = "/api/v1/sms/messages/" + job["message_id"].toString();
        QCOMPARE(service->send("GET", message, {}, token).body["message"].toObject()["state"].toString(), "failed");

        QCOMPARE(service->terminate(), 0);
        QVERIFY(QFile::remove(m_folder.filePath("data.out-1"))); // the next must not be taken for this one
        service = startService();                                // with a gateway
        token = service->signIn("qa");
        const QByteArray body = QJsonDocument(QJsonObject{{"ids", QJsonArray{job["id"]}}}).toJson();
        const auto answer = service->send("POST", m_jobs + "/replay", body, token);
        QVERIFY2(answer.body["done"].toInt() == 1, service->output().constData());
        const auto state = [&] {
            return service->send("GET", message, {}, token).body["message"].toObject()["state"].toString();
        };
        QTRY_VERIFY_WITH_TIMEOUT(state() == "accepted" || state() == "sent" || state() == "delivered", 10'000);
        const auto again = service->send("POST", m_jobs + "/replay", body, token);
        QCOMPARE(again.body["refused"].toArray().at(0)["code"].toString(), "message-sent");
        QCOMPARE(service->send("GET", "/api/v1/queues", {}, token).body["items"].toArray().size(), 3);
        service->process().stop(SIGTERM);
    }
};

QTEST_GUILESS_MAIN(QueueReplayTest)
#include "queue_replay_test.moc"
