#include "models/sms/template.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace wemo;
using namespace wemo::sms;

namespace {
QJsonObject parsed(const char *text) {
    return QJsonDocument::fromJson(QByteArray(text).replace('\'', '"')).object();
}

Template receipt() {
    return {"ride.receipt",
            Purpose::Transactional,
            1440,
            {{"minutes", "18", 4, false}, {"place", "Gongguan", 30, false}},
            {{"zh-TW", "騎乘 {minutes} 分鐘，還車地點：{place}。"}, {"en", "{minutes} min to {place}"}}};
}

Template code() {
    return {"otp.sign_in",
            Purpose::Otp,
            5,
            {{"code", "482913", 8, true}},
            {{"zh-TW", "驗證碼 {code}"}, {"en", "Your code: {code}"}}};
}

QStringList fieldsOf(const Result<RenderedText> &result) {
    QStringList fields;
    if (!result)
        for (const FieldError &field : result.error().fields)
            fields.append(field.path + ' ' + field.code);
    return fields;
}
} // namespace

class TemplateTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesAreFilledIn() {
        const auto rendered = render(receipt(), "en", {{"minutes", 25}, {"place", "{minutes}"}});
        QVERIFY(rendered);
        QCOMPARE(rendered->whole, "25 min to {minutes}"); // a value is no template
        QCOMPARE(rendered->shown, rendered->whole);
        QCOMPARE(render(receipt(), "zh-TW", {{"minutes", "9"}, {"place", "公館"}})->whole,
                 "騎乘 9 分鐘，還車地點：公館。");
    }

    void aSecretIsShownAsDots() {
        const auto rendered = render(code(), "zh-TW", {{"code", "123456"}});
        QVERIFY(rendered);
        QCOMPARE(rendered->whole, "驗證碼 123456");
        QCOMPARE(rendered->shown, "驗證碼 ••••••");
        QCOMPARE(fieldsOf(render(code(), "zh-TW", {{"code", "一二三"}})), QStringList("parameters.code bad-character"));
    }

    void everyMistakeIsToldAtItsField() {
        QCOMPARE(fieldsOf(render(receipt(), "de", {{"minutes", "12345"}, {"colour", "red"}})),
                 QStringList({"parameters.minutes too-long", "parameters.place required", "language unknown-word",
                              "parameters.colour unknown-field"}));
        QCOMPARE(fieldsOf(render(receipt(), "en", {{"minutes", 1.5}, {"place", "a\nb"}})),
                 QStringList({"parameters.minutes wrong-type", "parameters.place bad-character"}));
        QCOMPARE(fieldsOf(render(receipt(), "en", {{"minutes", ""}, {"place", "x"}})),
                 QStringList("parameters.minutes too-short"));
    }

    void aFileIsReadAsItIsWritten() {
        const QJsonObject json = parsed("{'name':'otp.sign_in','purpose':'otp','validity_minutes':5,'parameters':["
                                        "{'name':'code','example':'482913','max_length':8,'secret':true}],"
                                        "'languages':{'zh-TW':'x {code}','en':'y {code}'}}");
        const auto one = templateFromJson(json);
        QVERIFY(one);
        QCOMPARE(toJson(*one), json);
        QCOMPARE(exampleValues(*one), QJsonObject({{"code", "482913"}}));
    }

    void mistakesInAFileAreTold() {
        const auto bad = templateFromJson(parsed("{'name':'a.b','purpose':'news','validity_minutes':0,'parameters':["
                                                 "{'name':'code','example':'1','max_length':0,'hidden':true}],"
                                                 "'languages':{'zh-TW':'x','fr':'y'},'more':1}"));
        QVERIFY(!bad);
        QStringList paths;
        for (const FieldError &field : bad.error().fields)
            paths.append(field.path);
        paths.sort();
        QCOMPARE(paths, QStringList({"languages.en", "languages.fr", "more", "parameters[0].hidden",
                                     "parameters[0].max_length", "purpose", "validity_minutes"}));
    }

    void soundOnesHaveNoFaults() {
        QCOMPARE(faultsOf(receipt()), QStringList());
        QCOMPARE(faultsOf(code()), QStringList());
    }

    void faultsAreFound_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("fault");
        QTest::newRow("unused") << "Your code"
                                << "code is not used (en)";
        QTest::newRow("undeclared") << "{code} {minutes}"
                                    << "minutes is not declared (en)";
        QTest::newRow("open brace") << "{code} { x"
                                    << "{ is not declared (en)";
        QTest::newRow("odd name") << "{code} {CODE}"
                                  << "{ is not declared (en)";
        QTest::newRow("empty") << " "
                               << "there is no text (en)";
        QTest::newRow("two segments") << "驗證碼 {code}" + QString(60, u'長')
                                      << "a code must fit into one segment (en)";
    }
    void faultsAreFound() {
        QFETCH(QString, text);
        QFETCH(QString, fault);
        Template one = code();
        one.texts["en"] = text;
        QVERIFY2(faultsOf(one).contains(fault), qPrintable(faultsOf(one).join(", ")));
    }

    void aCodeHasOneSecretAndNothingElseHasAny() {
        Template one = code();
        one.purpose = Purpose::Marketing;
        QCOMPARE(faultsOf(one), QStringList("a code has one secret, anything else has none"));
        one = code();
        one.parameters[0].isSecret = false;
        QCOMPARE(faultsOf(one), QStringList("a code has one secret, anything else has none"));
        one = receipt();
        one.texts["en"] += QString(300, u'x');
        QCOMPARE(faultsOf(one), QStringList("342 characters are more than 333 (en)"));
        one = receipt();
        one.parameters.append(one.parameters[0]);
        one.parameters[1].example = QString(31, u'x');
        one.name = "receipt";
        QCOMPARE(faultsOf(one), QStringList({"the example of place is none", "minutes is declared twice",
                                             "the name is not like \"ride.receipt\""}));
    }
};

QTEST_APPLESS_MAIN(TemplateTest)
#include "template_test.moc"
