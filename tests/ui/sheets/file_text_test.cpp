#include "ui/sheets/file_text.h"
#include "ui/shell/language.h"

#include <QTest>

using namespace wemo;
using namespace wemo::sheets;

class FileTextTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeIsSaidInTheLanguageOfTheConsole() {
        ui::Language language;
        language.use("zh_TW");
        QVERIFY(knownFileCodes().size() > 10);
        for (const QString &code : knownFileCodes()) {
            const QString text = fileErrorText({ErrorKind::InvalidInput, code, "Words.", {}});
            const bool isChinese =
                std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.script() == QChar::Script_Han; });
            QVERIFY2(isChinese && !text.contains("Words") && !text.contains(u'%'), qPrintable(code));
        }
        QVERIFY(fileErrorText({ErrorKind::Internal, "never-heard-of", "Words.", {}}).contains("Words."));
    }

    void aCellThatIsTooLongIsNamed() {
        Error error{ErrorKind::TooLarge, "cell-too-long", "Words.", {}};
        error.extra.insert("cell", "B7");
        QVERIFY(fileErrorText(error).contains("B7"));
    }
};

QTEST_MAIN(FileTextTest)
#include "file_text_test.moc"
