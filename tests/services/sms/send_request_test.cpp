#include "services/sms/segment_costs.h"
#include "services/sms/send_request.h"
#include "tests/support/fake_clock.h"

#include <QTest>

using namespace wemo;
using namespace wemo::sms;

class SendRequestTest final : public QObject {
    Q_OBJECT

    const Result<TemplateBook> m_templates = TemplateBook::load();
    const tests::FakeClock m_clock;

    Result<NewMessage> read(const QJsonObject &body) { return newMessageFromJson(body, *m_templates, m_clock.now()); }
    QStringList mistakes(const QJsonObject &body) {
        const auto message = read(body);
        QStringList found;
        if (!message)
            for (const FieldError &field : message.error().fields)
                found.append(field.path + ' ' + field.code);
        found.sort();
        return found;
    }
    static QJsonObject fee(const QJsonObject &more = {}) {
        QJsonObject body{{"number", "0912-345-678"},
                         {"template", "fee.mileage_due"},
                         {"parameters", QJsonObject{{"kilometres", "12.4"}, {"amount", 43}, {"date", "11/30"}}}};
        for (auto one = more.begin(); one != more.end(); ++one)
            body[one.key()] = one.value();
        return body;
    }
    static QJsonObject text(const QJsonObject &more = {}) {
        QJsonObject body{{"number", "0912345678"}, {"text", "Your scooter\nwaits."}, {"purpose", "transactional"}};
        for (auto one = more.begin(); one != more.end(); ++one)
            body[one.key()] = one.value();
        return body;
    }

private Q_SLOTS:
    void aTemplateBringsItsPurposeAndValidity() {
        const auto message = read(fee({{"language", "en"}, {"priority", 5}}));
        QVERIFY(message);
        QCOMPARE(message->number.e164(), "+886912345678");
        QVERIFY(message->purpose == Purpose::Transactional);
        QCOMPARE(message->text, "WeMo: A mileage fee is due: 12.4 km beyond your plan, NT$43. Please pay it in the app "
                                "under Bills by 11/30 to keep riding.");
        QCOMPARE(message->shownText, message->text);
        QCOMPARE(message->validityMinutes, 1440);
        QCOMPARE(message->priority, 5);
        QVERIFY(!message->sendAt);
        QCOMPARE(read(fee({{"validity_minutes", 30}}))->validityMinutes, 30);
        QVERIFY(read(fee())->text.startsWith("【WeMo】您有一筆里程費待繳"));
    }

    void aCodeIsShownWithoutItself() {
        const auto message = read({{"number", "+886 912 345 678"},
                                   {"template", "otp.sign_in"},
                                   {"parameters", QJsonObject{{"code", "482913"}, {"minutes", 5}}}});
        QVERIFY(message);
        QVERIFY(message->text.contains("482913") && !message->shownText.contains("482913"));
        QVERIFY(message->purpose == Purpose::Otp);
    }

    void aTextIsTakenAsItIs() {
        const auto message = read(text({{"send_at", toIso(m_clock.now() + std::chrono::hours(2))}}));
        QVERIFY(message);
        QCOMPARE(message->text, "Your scooter\nwaits.");
        QCOMPARE(*message->sendAt, m_clock.now() + std::chrono::hours(2));
        QVERIFY(!read(text({{"send_at", toIso(m_clock.now())}}))->sendAt); // now is not later
    }

    void whoWouldMakeUsSendAbroadIsRefused_data() {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("code");
        QTest::newRow("Hong Kong") << "+852 5123 4567"
                                   << "not-taiwan";
        QTest::newRow("premium, abroad") << "+44 9012345678"
                                         << "not-taiwan";
        QTest::newRow("international prefix") << "002 852 5123 4567"
                                              << "not-taiwan";
        QTest::newRow("land line") << "02-2345-6789"
                                   << "not-mobile";
        QTest::newRow("word") << "hello"
                              << "not-a-number";
    }
    void whoWouldMakeUsSendAbroadIsRefused() {
        QFETCH(QString, number);
        QFETCH(QString, code);
        QCOMPARE(mistakes(fee({{"number", number}})).size(), 1);
        QVERIFY(mistakes(fee({{"number", number}})).first().startsWith("number "));
        if (number != u"002 852 5123 4567") // how it is refused depends on the dialling rules
            QCOMPARE(mistakes(fee({{"number", number}})).first(), "number " + code);
    }

    void everyMistakeIsToldAtItsField() {
        QCOMPARE(mistakes({}), QStringList({"number required", "purpose required", "text required"}));
        QCOMPARE(mistakes(fee({{"template", "fee.nothing"}})), QStringList("template unknown-word"));
        QCOMPARE(mistakes(fee({{"purpose", "marketing"}})), QStringList("purpose mismatch"));
        QCOMPARE(mistakes(fee({{"text", "hello"}})), QStringList("text ambiguous"));
        QCOMPARE(mistakes(fee({{"parameters", QJsonObject{{"amount", "1234567"}, {"colour", "red"}}}})),
                 QStringList({"parameters.amount too-long", "parameters.colour unknown-field",
                              "parameters.date required", "parameters.kilometres required"}));
        QCOMPARE(mistakes(fee({{"language", "fr"}, {"priority", 101}, {"validity_minutes", 0}, {"to", 1}})),
                 QStringList({"language unknown-word", "priority out-of-range", "to unknown-field",
                              "validity_minutes out-of-range"}));
        QCOMPARE(mistakes(text({{"purpose", "otp"}})), QStringList("purpose needs-template"));
        QCOMPARE(mistakes(text({{"text", QString("a\x07")}})), QStringList("text bad-character"));
        QCOMPARE(mistakes(text({{"text", QString(334, u'x')}})), QStringList("text too-long"));
        QCOMPARE(mistakes(text({{"send_at", toIso(m_clock.now() + std::chrono::hours(24 * 181))}})),
                 QStringList("send_at out-of-range"));
        QCOMPARE(mistakes({{"number", "0912345678"},
                           {"template", "otp.sign_in"},
                           {"send_at", toIso(m_clock.now() + std::chrono::hours(1))},
                           {"parameters", QJsonObject{{"code", "482913"}, {"minutes", 5}}}}),
                 QStringList("send_at not-for-codes"));
    }

    void aPreviewSaysWhatATextTakes() {
        const SegmentPrice price = [](Purpose) { return qint64(8'500); };
        const auto preview = previewFromJson({{"language", "en"}, {"parameters", QJsonObject{{"amount", 99}}}},
                                             *m_templates->find("fee.mileage_due"), price);
        QVERIFY(preview);
        QVERIFY(preview->text.contains("NT$99") && preview->text.contains("12.4 km")); // given, and by example
        QCOMPARE(preview->count, (SegmentCount{Encoding::Gsm7, static_cast<int>(preview->text.size()), 1}));
        QCOMPARE(preview->costTenThousandths, 8'500);
        const TextPreview chinese = previewOf(QString(71, u'長'), 8'500);
        QCOMPARE(chinese.count, (SegmentCount{Encoding::Ucs2, 71, 2}));
        QCOMPARE(chinese.costTenThousandths, 17'000);
        QCOMPARE(previewOf({}, 8'500).costTenThousandths, 0);
        const auto back = textPreviewFromJson(toJson(chinese));
        QVERIFY(back && back->count == chinese.count && back->text == chinese.text);
        QVERIFY(!previewFromJson({{"parameters", QJsonObject{{"amount", "12345678"}}}},
                                 *m_templates->find("fee.mileage_due"), price));
    }

    void costsAreReadFromTheConfiguration() {
        const auto costs = segmentCostsFromText("every8d=1.0, mitake=0.85");
        QVERIFY(costs);
        QCOMPARE(costs->value("every8d"), 10'000);
        QCOMPARE(costs->value("mitake"), 8'500);
        QVERIFY(segmentCostsFromText("") && segmentCostsFromText("")->isEmpty());
        for (const char *bad : {"every8d", "every8d=", "=1", "every8d=much", "every8d=-1"})
            QVERIFY2(!segmentCostsFromText(bad), bad);
    }
};

QTEST_APPLESS_MAIN(SendRequestTest)
#include "send_request_test.moc"
