#include "ui/pages/sms/saved_filters.h"

#include <QTemporaryDir>
#include <QTest>

namespace wemo::pages::sms {

class SavedFiltersTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areKeptByAccount() {
        const QTemporaryDir home;
        const QString file = home.filePath("settings.ini");
        {
            QSettings settings(file, QSettings::IniFormat);
            SavedFilters mine(settings, "1");
            mine.save({QString::fromUtf8("今天未送達"), "state=undelivered&range=today"});
            mine.save({"Failures", "state=failed"});
            SavedFilters(settings, "2").save({"Other's", "state=sent"});
        }
        QSettings settings(file, QSettings::IniFormat);
        const SavedFilters mine(settings, "1");
        QCOMPARE(mine.all().size(), 2);
        QVERIFY(mine.find("failures"));
        QCOMPARE(mine.find(QString::fromUtf8("今天未送達"))->query, QString("state=undelivered&range=today"));
        QCOMPARE(mine.leadingTo("state=failed")->name, QString("Failures"));
        QVERIFY(!mine.find("Other's"));
    }

    void sameNameReplacesAndRenameKeepsTheFilter() {
        const QTemporaryDir home;
        QSettings settings(home.filePath("settings.ini"), QSettings::IniFormat);
        SavedFilters filters(settings, "1");
        filters.save({"Failures", "state=failed"});
        filters.save({"failures", "state=failed,expired"});
        QCOMPARE(filters.all().size(), 1);
        filters.rename("failures", "Bad day");
        QCOMPARE(SavedFilters(settings, "1").all(), (QList<SavedFilter>{{"Bad day", "state=failed,expired"}}));
        filters.remove("BAD DAY");
        QVERIFY(SavedFilters(settings, "1").all().isEmpty());
    }
};

} // namespace wemo::pages::sms

QTEST_GUILESS_MAIN(wemo::pages::sms::SavedFiltersTest)
#include "saved_filters_test.moc"
