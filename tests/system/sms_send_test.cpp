#include "models/core/time.h"
#include "tests/support/service_program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace wemo;
using namespace wemo::tests;

/// The real program: another service sends, at once and at a time of its own.
class SmsSendTest final : public QObject {
    Q_OBJECT

    const QString m_messages = QStringLiteral("/api/v1/sms/messages");

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
};

QTEST_GUILESS_MAIN(SmsSendTest)
#include "sms_send_test.moc"
