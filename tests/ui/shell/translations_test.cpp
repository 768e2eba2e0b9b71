#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

/// Runs lupdate on a copy of every translation file: a string that is new, unfinished or gone fails.
class TranslationsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingIsTranslated_data() {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("name");
        const QDir ui(QString(WEMO_SOURCE_DIR) + "/ui");
        for (const char *name : {"client", "sheets", "widgets", "shell"})
            QTest::newRow(name) << ui.filePath(name) << QString("%1.ts").arg(name);
        const QStringList pages = QDir(ui.filePath("pages")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString &name : pages)
            QTest::newRow(qPrintable("pages/" + name)) << ui.filePath("pages/" + name) << "pages_" + name + ".ts";
    }
    void everythingIsTranslated() {
        QFETCH(QString, folder);
        QFETCH(QString, name);
        QTemporaryDir copies;
        const QString copy = copies.filePath(name);
        QVERIFY2(QFile::copy(QString(WEMO_SOURCE_DIR) + "/resources/translations/zh_TW/" + name, copy),
                 qPrintable(name + " is missing"));
        QProcess lupdate;
        lupdate.start(lupdatePath(), {"-silent", "-locations", "none", "-I", WEMO_SOURCE_DIR, folder, "-ts", copy});
        QVERIFY2(lupdate.waitForFinished(60'000), qPrintable(lupdate.errorString()));
        QCOMPARE(lupdate.exitCode(), 0);
        const QStringList wrong = problems(copy);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join("\n")));
    }

private:
    static QString lupdatePath() { return QStandardPaths::findExecutable("lupdate", {"/usr/lib/qt6/bin"}); }

    static QStringList problems(const QString &file) {
        QFile source(file);
        if (!source.open(QIODevice::ReadOnly))
            return {"cannot read " + file};
        QXmlStreamReader xml(&source);
        QStringList wrong;
        QString text;
        int count = 0;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement())
                continue;
            if (xml.name() == u"source") {
                text = xml.readElementText();
            } else if (xml.name() == u"translation") {
                const QString type = xml.attributes().value("type").toString();
                const QString translation = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
                ++count;
                if (!type.isEmpty() || translation.isEmpty())
                    wrong.append(QString("%1: %2").arg(type.isEmpty() ? "empty" : type, text));
                else if (text.count("%1") != translation.count("%1") || text.count("%2") != translation.count("%2"))
                    wrong.append("placeholders differ: " + text);
            }
        }
        if (count == 0)
            wrong.append("no strings at all in " + file);
        return wrong;
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "translations_test.moc"
