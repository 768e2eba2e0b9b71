#include "models/sms/message_filter.h"

#include <QTest>
#include <QUrl>

using namespace wemo;
using namespace wemo::sms;

class MessageCodecTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMessageReadsBack() {
        Message message;
        message.id = 1234567890123456789;
        message.createdAt = fromMs(1'795'300'000'123);
        message.updatedAt = fromMs(1'795'300'001'000);
        message.maskedNumber = "0912•••678";
        message.templateName = "otp.sign_in";
        message.text = "您的驗證碼是 ••••••";
        message.state = DeliveryState::Undelivered;
        message.rawCode = "101";
        message.sentAt = fromMs(1'795'300'000'900);
        message.version = 4;
        message.priority = 7;
        message.language = "en";
        message.scheduledAt = fromMs(1'795'300'060'000);
        message.resendOf = 1234567890123456788;
        message.prefix = "0912";
        message.verifiedAt = fromMs(1'795'300'070'000);
        message.realCost = 8'500;
        message.bulk = "12";
        MessageEvent event;
        event.id = 5;
        event.source = "callback";
        event.verdict = "moved";
        event.note = "The handset was off.";
        const auto back = messageDetailFromJson(toJson(MessageDetail{message, {event}}));
        QVERIFY(back);
        QCOMPARE(toJson(*back), toJson(MessageDetail{message, {event}}));
        QCOMPARE(back->message.sentAt, message.sentAt);
        QVERIFY(!back->message.finalAt);
        QCOMPARE(back->message.resendOf, message.resendOf);
        QCOMPARE(back->message.scheduledAt, message.scheduledAt);
        QCOMPARE(back->message.verifiedAt, message.verifiedAt);
        QVERIFY(!back->events.isEmpty());
    }

    void aBrokenMessageIsRefusedByField() {
        QJsonObject json = toJson(Message{});
        json["number"] = "0912•••678";
        json["id"] = 12;
        json["state"] = "lost";
        const auto result = messageFromJson(json);
        QVERIFY(!result);
        QCOMPARE(result.error().fields.size(), 2);
    }

    void aFilterTravelsThroughAnAddress() {
        MessageFilter filter;
        filter.number = "+886 912-345-678";
        filter.states = {DeliveryState::SubmitUnknown, DeliveryState::Failed};
        filter.reasons = {"no-credit", "carrier-blacklist"};
        filter.gateways = {"every8d", "mitake"};
        filter.purposes = {Purpose::Otp, Purpose::Marketing};
        filter.templates = {"otp.sign_in"};
        filter.batch = "220478cc-8506-49b2-93b7-2505f651c12e";
        filter.request = "a+b";
        filter.from = fromMs(1'795'300'000'000);
        filter.to = fromMs(1'795'400'000'000);
        QUrlQuery query;
        appendTo(query, filter);
        QUrl url("http://host/");
        url.setQuery(query);
        const auto back = messageFilterFromQuery(QUrlQuery(QUrl(url.toString(QUrl::FullyEncoded))));
        QVERIFY(back);
        QCOMPARE(*back, filter);
    }

    void badFiltersAreNamed() {
        const auto codes = [](const char *query) {
            const auto result = messageFilterFromQuery(QUrlQuery(QString::fromLatin1(query)));
            return result ? QString("accepted") : result.error().fields.at(0).path;
        };
        QCOMPARE(codes("state=delivered,lost"), QString("state"));
        QCOMPARE(codes("from=yesterday"), QString("from"));
        QCOMPARE(codes("from=2026-11-22T00:00:00Z&to=2026-11-21T00:00:00Z"), QString("to"));
        QCOMPARE(codes("number=0000000000000000000000000000000000000000000"), QString("number"));
        QCOMPARE(codes("purpose=otp,spam"), QString("purpose"));
        QCOMPARE(codes(("batch=" + QByteArray(201, 'x')).constData()), QString("batch"));
        QCOMPARE(codes(("request=" + QByteArray(201, 'x')).constData()), QString("request"));
        QCOMPARE(codes(("template=" + QByteArray(101, 'x')).constData()), QString("template"));
        QCOMPARE(codes(("reason=" + QByteArray("a,").repeated(60)).constData()), QString("accepted")); // one word
        QCOMPARE(codes("state=delivered&number=0912"), QString("accepted"));
    }
};

QTEST_APPLESS_MAIN(MessageCodecTest)
#include "message_codec_test.moc"
