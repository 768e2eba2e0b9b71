#include "services/runtime/log.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace wemo::runtime;

class LogTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void secretsCannotBeSmuggled_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("secret");
        const auto row = [](const char *name, const QString &text, const QString &secret) {
            QTest::newRow(name) << text << secret;
        };
        row("plain phone", "sent to 0912345678 now", "0912345678");
        row("international", "+886912345678", "912345678");
        row("spaced", "+886 912 345 678", "345 678");
        row("dashes", "0912-345-678", "345");
        row("brackets", "(02) 2345-6789", "6789");
        row("dots", "0912.345.678", "678");
        row("url encoded", "/messages?number=%2B886912345678", "912345678");
        row("inside a word", "phone0912345678x", "0912345678");
        row("full width", QString::fromUtf8("０９１２３４５６７８"), QString::fromUtf8("３４５６"));
        row("zero width", QString::fromUtf8("09\u200b12\u200b34\u200b56\u200b78"), "12");
        row("with a code glued on", "886912345678123456", "912345678");
        row("national with a code", "0912345678123456", "912345678");
        row("code", "your code is 123456.", "123456");
        row("four digits", "code=0042", "0042");
        row("eight digits", "otp:12345678", "12345678");
        row("code in pieces", "123 456", "456");
        row("code in letters", "OTP123456END", "123456");
        row("jwt", "got eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln here", "eyJzdWIiOiIxIn0");
        row("bearer", "Authorization: Bearer abcdef", "abcdef");
        row("url password", "redis://:hunter2@localhost/0", "hunter2");
        row("hex", "key 9f86d081884c7d659a2feaa0c55ad015", "9f86d081884c7d65");
        row("random, few changes", "token is BOghkpaOJUdcyDv79fmy_PLE-85TKJses_gJdwBFRgg!", "ghkpaOJUdcyD");
        QRandomGenerator random(2602);
        for (int i = 0; i < 500; ++i) {
            std::array<quint32, 8> words{};
            random.fillRange(words.data(), words.size());
            const QString token =
                QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(words.data()), sizeof(words))
                                        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
            row(qPrintable(QString("random %1").arg(i)), "token is " + token + "!", token.mid(2, 12));
        }
    }
    void secretsCannotBeSmuggled() {
        QFETCH(QString, text);
        QFETCH(QString, secret);
        const QString redacted = log::redact(text);
        QVERIFY2(!redacted.contains(secret), qPrintable(redacted));
    }

    void whatIsUsefulStays_data() {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"request-finished", "/api/v1/sms/messages/{id}", "452345678901234567", "127.0.0.1", "203.0.113.195:8420",
              "2026-11-22T05:18:50.123Z", "wemo-gateway-simulator", "/usr/lib/x86_64-linux-gnu/qt6", "took 12 of 30",
              "mayHaveArrivedCorrectly", "SQLSTATE 40P01", "stepped from accepted to delivered"})
            QTest::newRow(text) << QString(text);
    }
    void whatIsUsefulStays() {
        QFETCH(QString, text);
        QCOMPARE(log::redact(text), text);
    }

    void aLineIsJsonWithTheRequestOfItsThread() {
        const QTemporaryDir folder;
        const QString path = folder.filePath("service.log");
        log::start({path, "info", 1 << 20, 2, false});
        {
            const log::RequestScope scope("abcdefgh");
            log::warn("store-slow", {{"ms", 12345}, {"number", "0912345678"}, {"refresh_token", "x"}, {"ok", false}});
            log::debug("not-shown");
        }
        log::info("after");
        log::stop();
        log::info("not-written");

        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        const QJsonObject first = QJsonDocument::fromJson(lines[0]).object();
        QCOMPARE(first["event"].toString(), "store-slow");
        QCOMPARE(first["request_id"].toString(), "abcdefgh");
        QCOMPARE(first["ms"].toInt(), 12345);
        QCOMPARE(first["number"].toString(), "[digits]");
        QCOMPARE(first["refresh_token"].toString(), "[secret]");
        QVERIFY(!QJsonDocument::fromJson(lines[1]).object().contains("request_id"));
    }

    void theFileRotates() {
        const QTemporaryDir folder;
        log::start({folder.filePath("service.log"), "info", 2000, 3, false});
        for (int i = 0; i < 200; ++i)
            log::info("tick", {{"n", i}});
        log::stop();
        const QStringList files = QDir(folder.path()).entryList(QDir::Files);
        QVERIFY(files.size() > 1 && files.size() <= 4);
        for (const QString &name : files)
            QVERIFY(QFileInfo(folder.filePath(name)).size() <= 2000);
    }
};

QTEST_APPLESS_MAIN(LogTest)
#include "log_test.moc"
