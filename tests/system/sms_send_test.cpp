#include "models/core/time.h"
#include "tests/support/service_program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace wemo;
using namespace wemo::tests;

/// The real program: another service sends, and people send again what did not arrive, whatever happens to the service.
class SmsSendTest final : public QObject {
    Q_OBJECT

    const QString m_messages = QStringLiteral("/api/v1/sms/messages");
    const QString m_bulks = QStringLiteral("/api/v1/sms/bulk-resends");

    static QJsonObject fee(int rider = 78) {
        return {{"number", QString("0912-345-6%1").arg(rider, 2, 10, QChar(u'0'))},
                {"template", "fee.mileage_due"},
                {"parameters", QJsonObject{{"kilometres", "12.4"}, {"amount", 43}, {"date", "11/30"}}}};
    }
    static QString key(const ServiceProgram &service) { return QString::fromLatin1(service.secrets().smsKey); }
    static ServiceProgram::Answer post(ServiceProgram &service, const QString &path, const QJsonObject &body,
                                       const QString &token, const QByteArray &idempotencyKey = {}) {
        http::Headers more;
        if (!idempotencyKey.isEmpty())
            more.emplaceBack("Idempotency-Key", idempotencyKey);
        return service.send("POST", path, QJsonDocument(body).toJson(), token, "application/json", more);
    }
    QString state(ServiceProgram &service, const QString &id) {
        const auto found = service.send("GET", m_messages + u'/' + id, {}, key(service));
        return found.body["message"].toObject()["state"].toString();
    }
    static bool behave(ServiceProgram &service, QJsonObject more = {}) {
        const QJsonArray steps{QJsonObject{{"status", "0"}, {"after_ms", 30}},
                               QJsonObject{{"status", "100"}, {"after_ms", 30}}};
        more["reset"] = true;
        more["handset_ms"] = 20;
        more["default_receipts"] = QJsonObject{{"steps", steps}};
        return service.simulator().behave(more);
    }
    static QJsonArray taken(ServiceProgram &service) {
        QJsonArray found;
        const QJsonArray all = service.simulator().submissions();
        for (const QJsonValue &one : all)
            if (one["taken"].toBool())
                found.append(one);
        return found;
    }
    QList<QJsonObject> list(ServiceProgram &service, const QString &token) {
        QList<QJsonObject> found;
        const QJsonArray items = service.send("GET", m_messages + "?limit=500", {}, token).body["items"].toArray();
        for (const QJsonValue &item : items)
            found.append(item.toObject());
        return found;
    }

private Q_SLOTS:
    void anotherServiceSendsAMileageFee() {
        ServiceProgram service(ServiceProgram::quickRecovery());
        QVERIFY2(service.start(), service.output().constData());
        QVERIFY(behave(service));
        QCOMPARE(post(service, m_messages, fee(), "a guess").status, 401);
        const auto sent = post(service, m_messages, fee(), key(service), "fee-17");
        QVERIFY2(sent.status == 202, service.output().constData());
        const QString id = sent.body["id"].toString();
        QCOMPARE(post(service, m_messages, fee(), key(service), "fee-17").body["id"].toString(), id);
        QCOMPARE(post(service, m_messages, fee(79), key(service), "fee-17").status, 409);
        QTRY_COMPARE_WITH_TIMEOUT(state(service, id), "delivered", 10'000);
        const QJsonArray handset = service.simulator().handset("0912345678");
        QCOMPARE(handset.size(), 1);
        QVERIFY(handset[0]["text"].toString().startsWith("【WeMo】您有一筆里程費待繳：超出 12.4 公里，共 NT$43 元"));
        QCOMPARE(taken(service).size(), 1);
        QCOMPARE(service.terminate(), 0);
    }

    void whatIsScheduledIsSentAtItsTimeUnlessItIsCanceled() {
        ServiceProgram service(ServiceProgram::quickRecovery());
        QVERIFY2(service.start(), service.output().constData());
        QVERIFY(behave(service));
        const Instant at = fromMs(QDateTime::currentMSecsSinceEpoch() + 2'500);
        QJsonObject kept = fee(1), canceled = fee(2);
        kept["send_at"] = canceled["send_at"] = toIso(at);
        const QString id = post(service, m_messages, kept, key(service)).body["id"].toString();
        const QString other = post(service, m_messages, canceled, key(service)).body["id"].toString();
        const auto end =
            post(service, m_messages + u'/' + other + "/cancel", {{"reason", "It was paid."}}, key(service));
        QCOMPARE(end.body["state"].toString(), "canceled");
        service.kill(); // the queue and the record keep it
        QVERIFY2(service.start(), service.output().constData());
        QTRY_COMPARE_WITH_TIMEOUT(state(service, id), "delivered", 20'000);
        const QJsonArray sent = taken(service);
        QCOMPARE(sent.size(), 1);
        QVERIFY(sent[0]["at"].toInteger() >= toMs(at));
        QCOMPARE(state(service, other), "canceled");
        QCOMPARE(service.terminate(), 0);
    }

    void aBulkResendSurvivesKill9WithoutADouble_data() {
        QTest::addColumn<QString>("failpoint");
        QTest::newRow("in a chunk") << "bulk.in-chunk:25";
        QTest::newRow("after a chunk") << "bulk.after-chunk:2";
    }
    void aBulkResendSurvivesKill9WithoutADouble() {
        QFETCH(QString, failpoint);
        constexpr int count = 50;
        ServiceProgram service(QStringList{"--demo", "true", "--demo-messages", "0", "--demo-rides", "0",
                                           "--demo-traffic", "0", "--sms-per-second", "0"} +
                               ServiceProgram::quickRecovery());
        QVERIFY2(service.start(failpoint), service.output().constData());
        QVERIFY(behave(service, {{"chance", QJsonArray{QJsonObject{{"kind", "bad-number"}, {"rate", 1}}}}}));
        QStringList ids;
        for (int i = 0; i < count; ++i)
            ids.append(post(service, m_messages, fee(i), key(service)).body["id"].toString());
        const QString token = service.signIn("qa");
        const QJsonObject filter{{"template", QJsonArray{"fee.mileage_due"}}};
        const auto failures = [&] {
            return post(service, m_bulks + "/preview", {{"filter", filter}}, token).body["count"].toInt();
        };
        QTRY_COMPARE_WITH_TIMEOUT(failures(), count, 20'000);
        QVERIFY(taken(service).isEmpty());
        QVERIFY(behave(service));
        const QJsonObject order{{"filter", filter}, {"reason", "The channel was closed."}, {"expected_count", count}};
        const QString bulk = post(service, m_bulks, order, token).body["id"].toString();
        QVERIFY2(service.diesOfKill(), service.output().constData());
        QVERIFY2(service.start(), service.output().constData());

        const QString again = service.signIn("qa");
        const auto progress = [&] { return service.send("GET", m_bulks + u'/' + bulk, {}, again).body; };
        QTRY_COMPARE_WITH_TIMEOUT(progress()["state"].toString(), "done", 20'000);
        QCOMPARE(progress()["resent"].toInt(), count);
        const auto states = [&] {
            QHash<QString, QString> found; // of what was sent again, by what it was sent again for
            const QList<QJsonObject> messages = list(service, again);
            for (const QJsonObject &message : messages)
                if (message["resend_of"].isString())
                    found.insert(message["resend_of"].toString(), message["state"].toString());
            return found;
        };
        // The kill may have hit a submission that may have left: that one is told and not sent again.
        const auto settled = [&] {
            const QList<QString> all = states().values();
            return all.count("delivered") + all.count("submit_unknown") == count;
        };
        QTRY_VERIFY2_WITH_TIMEOUT(settled(), qPrintable(QStringList(states().values()).join(u' ')), 20'000);
        const QList<QJsonObject> messages = list(service, again);
        QCOMPARE(messages.size(), 2 * count); // none twice
        for (const QString &id : std::as_const(ids))
            QVERIFY(states().contains(id));
        QSet<QString> numbers;
        const QJsonArray sent = taken(service);
        for (const QJsonValue &one : sent)
            numbers.insert(one["number"].toString());
        QCOMPARE(numbers.size(), sent.size());
        // One that was told as unknown and had been taken after all is settled by its receipt.
        QTRY_COMPARE_WITH_TIMEOUT(states().values().count("delivered"), sent.size(), 20'000);
        QCOMPARE(service.terminate(), 0);
    }
};

QTEST_GUILESS_MAIN(SmsSendTest)
#include "sms_send_test.moc"
