#include "models/sms/segments.h"
#include "services/sms/template_book.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace wemo;
using namespace wemo::sms;

class TemplateBookTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    void write(const QString &name, const QByteArray &text) {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
    }

private Q_SLOTS:
    void everyShippedTemplateIsSound() {
        const auto book = TemplateBook::load();
        QVERIFY2(book, book ? "" : qPrintable(book.error().detail));
        QCOMPARE(book->all().size(), QDir(":/sms/templates").entryList({"*.json"}).size());
        QVERIFY(book->all().size() >= 16);
        for (const char *flow : {"otp.sign_in", "otp.new_rider", "otp.device_change", "fee.mileage_due",
                                 "return.forgotten", "pass.renewal_soon", "pass.expired", "promo.weekend"})
            QVERIFY2(book->find(flow), flow);
        QVERIFY(!book->find("otp.nothing"));
    }

    void everyCodeFitsIntoOneSegmentInBothLanguages() {
        const auto book = TemplateBook::load();
        QVERIFY(book);
        int codes = 0;
        for (const Template &one : book->all()) {
            if (one.purpose != Purpose::Otp)
                continue;
            for (const QString &language : templateLanguages()) {
                const auto text = render(one, language, {{"code", "88888888"}, {"minutes", "10"}});
                QVERIFY2(text, qPrintable(one.name));
                QCOMPARE(countSegments(text->whole).segments, 1);
                QVERIFY(!text->shown.contains("8888") && text->whole.contains("88888888"));
                QCOMPARE(text->whole.size(), text->shown.size());
                ++codes;
            }
        }
        QVERIFY(codes >= 6);
    }

    /// English is cheap where it stays within the GSM alphabet, and an offer says how to be rid of offers.
    void textsAreWrittenForTheirReaders() {
        const auto book = TemplateBook::load();
        QVERIFY(book);
        for (const Template &one : book->all()) {
            QVERIFY2(countSegments(one.texts["en"].remove(u'{').remove(u'}')).encoding == Encoding::Gsm7,
                     qPrintable(one.name));
            QVERIFY2(one.texts["zh-TW"].startsWith("【WeMo】"), qPrintable(one.name));
            if (one.purpose == Purpose::Marketing)
                QVERIFY2(one.texts["zh-TW"].contains("回覆 N") && one.texts["en"].contains("Reply N"),
                         qPrintable(one.name));
            const auto example = render(one, "zh-TW", exampleValues(one));
            QVERIFY2(example && countSegments(example->whole).segments <= 2, qPrintable(one.name));
        }
    }

    void aBrokenFolderIsRefusedWithTheReason() {
        QVERIFY(TemplateBook::load(m_folder.path()).error().detail.contains("there is none"));
        write("a.b.json", "{");
        QVERIFY(TemplateBook::load(m_folder.path()).error().detail.startsWith("a.b.json"));
        const QByteArray sound = "{\"name\":\"a.b\",\"purpose\":\"marketing\",\"validity_minutes\":5,\"parameters\":[],"
                                 "\"languages\":{\"zh-TW\":\"x\",\"en\":\"y\"}}";
        write("a.b.json", sound);
        QVERIFY(TemplateBook::load(m_folder.path()));
        write("c.d.json", sound); // two of a name
        QCOMPARE(TemplateBook::load(m_folder.path()).error().detail, "c.d.json: it holds a.b");
        write("c.d.json", QByteArray(sound).replace("\"y\"", "\"{z}\""));
        QVERIFY(TemplateBook::load(m_folder.path()).error().detail.contains("z is not declared"));
    }
};

QTEST_APPLESS_MAIN(TemplateBookTest)
#include "template_book_test.moc"
