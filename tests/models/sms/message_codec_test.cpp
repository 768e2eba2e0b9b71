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
        QCOMPARE(codes("state=delivered&number=0912"), QString("accepted"));
    }
};

QTEST_APPLESS_MAIN(MessageCodecTest)
#include "message_codec_test.moc"
