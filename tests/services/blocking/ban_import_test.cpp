#include "services/blocking/ban_importer.h"
#include "services/blocking/ban_imports.h"
#include "tests/services/blocking/ban_world.h"

#include <QTest>

#include <thread>

using namespace wemo;
using namespace wemo::blocking;
using namespace wemo::tests;

namespace {
QString number(int i) {
    return QString("+8869%1").arg(12'000'000 + i, 8, 10, QChar('0'));
}

struct ImportWorld : BanWorld {
    BanImports imports{service.desk, [] {}};
    BanImporter importer{service.desk, 10};
    const staff::Account admin{9, "admin", "Chen", staff::Role::Admin};

    Id begin(const QByteArray &text, int piece = 37) {
        const auto started = imports.start(admin, {"fraud.csv", text.size()});
        if (!started)
            qFatal("%s %s", qPrintable(started.error().code), qPrintable(started.error().detail));
        for (int n = 1, at = 0; at < text.size(); ++n, at += piece)
            if (const auto added = imports.addPart(started->id, n, text.mid(at, piece)); !added)
                qFatal("%s %s", qPrintable(added.error().code), qPrintable(added.error().detail));
        return started->id;
    }
    void runAll(BanImporter &with) {
        for (Result<bool> more = true; more && *more;)
            if (more = with.runOnce(); !more)
                qFatal("%s %s", qPrintable(more.error().code), qPrintable(more.error().detail));
    }
    BanImport whole(const QByteArray &text, bool isDryRun = false) {
        const Id id = begin(text);
        const auto committed = isDryRun ? imports.get(id) : imports.commit(admin, id);
        if (!committed)
            qFatal("%s", qPrintable(committed.error().code));
        runAll(importer);
        return *imports.get(id);
    }
    qint64 active() {
        qint64 count = 0;
        for (QString cursor;;) {
            const auto page = service.list.page({}, 2'000, cursor);
            count += page->items.size();
            cursor = page->nextCursor;
            if (cursor.isEmpty())
                return count;
        }
    }
    static QByteArray file(int from, int to) {
        QByteArray text = "kind,value,reason\r\n";
        for (int i = from; i < to; ++i)
            text += "number," + number(i).toLatin1() + ",row " + QByteArray::number(i) + "\r\n";
        return text;
    }
};

QStringList errorsOf(const BanImport &import) {
    QStringList result;
    for (const ImportError &error : import.errors)
        result.append(QString("%1:%2 %3").arg(error.line).arg(error.column).arg(error.code));
    return result;
}
} // namespace

class BanImportTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFileIsWrittenAndUndone_data() { StorageFixture::dialects(); }
    void aFileIsWrittenAndUndone() {
        ImportWorld world;
        world.service.ban("number", number(3)); // by hand, before
        const BanImport done = world.whole(ImportWorld::file(0, 45));
        QVERIFY(done.state == ImportState::Done);
        QCOMPARE(done.lines, 45);
        QCOMPARE(done.good, 44);
        QCOMPARE(done.done, 44);
        QCOMPARE(done.duplicates, 1);
        QCOMPARE(world.active(), 45);
        for (const int i : {0, 3, 44})
            QVERIFY(world.service.isBanned("number", number(i)));
        QVERIFY(!world.service.isBanned("number", number(45)));
        QVERIFY(world.imports.undo(world.admin, done.id, "Wrong file"));
        world.runAll(world.importer);
        const auto undone = world.imports.get(done.id);
        QVERIFY(undone->state == ImportState::Undone);
        QCOMPARE(undone->done, 44);
        QCOMPARE(world.active(), 1);
        QVERIFY(!world.service.isBanned("number", number(0)));
        QVERIFY(world.service.isBanned("number", number(3)));
        QVERIFY(!world.imports.cancel(world.admin, done.id));
    }

    void errorsNameLineAndColumn_data() { StorageFixture::dialects(); }
    void errorsNameLineAndColumn() {
        ImportWorld world;
        const BanImport done = world.whole("\xef\xbb\xbf"
                                           "expires_at,cidr,kind,prefix,reason,value\n"
                                           ",,number,,\"two\nlines\",0912345678\n"
                                           ",,number,,,0223456789\n"
                                           "2001-01-01,,number,,,0912345679\n"
                                           "soon,,number,,,0912345680\n"
                                           ",,robot,,,x\n"
                                           ",,number,,\n"
                                           ",203.0.113.0/24,address,,,\n"
                                           ",203.0.113.1/24,address,,,\n"
                                           ",,number,0933,,\n"
                                           ",,number,0933,,0912345681\n"
                                           ",,number,,,\n"
                                           ",,number,,,+886 912 345 678\n"
                                           "2030-06-30,,email,,,A@Example.com\n"
                                           ",,number,,\"open,0912345690\n"
                                           ",,device,,,d1\n");
        QVERIFY(done.state == ImportState::Done);
        QCOMPARE(errorsOf(done),
                 (QStringList{"4:6 not-mobile", "5:1 past", "6:1 bad-time", "7:3 unknown-kind", "8:6 wrong-count",
                              "10:2 host-bits", "12:6 two-values", "13:2 no-value", "16:5 unclosed-quote"}));
        QCOMPARE(done.errors[0].text, ",,number,,,0223456789");
        QCOMPARE(done.lines, 15);
        QCOMPARE(done.bad, 9);
        QCOMPARE(done.duplicates, 1);
        QCOMPARE(done.done, 5);
        QVERIFY(world.service.isBanned("address", "203.0.113.200"));
        QVERIFY(world.service.isBanned("number", "+886933000000"));
        const auto mail = world.service.list.catching("email", "a@example.com");
        QCOMPARE(mail->size(), 1);
        QCOMPARE(mail->first().reason, "fraud.csv");
        QCOMPARE(toIso(*mail->first().expiresAt), "2030-06-30T16:00:00.000Z");
    }

    void aFileWithoutColumnsFails_data() { StorageFixture::dialects(); }
    void aFileWithoutColumnsFails() {
        ImportWorld world;
        for (const QByteArray &text : {"kind,colour\nnumber,1\n", "0912345678\n", "value\n1\n", "kind,value,kind\n"}) {
            const BanImport failed = world.whole(text);
            QVERIFY(failed.state == ImportState::Failed);
            QCOMPARE(failed.errors.size(), 1);
            QCOMPARE(failed.errors[0].line, 1);
        }
        QCOMPARE(world.active(), 0);
    }

    void aDryRunWaits_data() { StorageFixture::dialects(); }
    void aDryRunWaits() {
        ImportWorld world;
        const BanImport ready = world.whole(ImportWorld::file(0, 25) + "number,x,\n", true);
        QVERIFY(ready.state == ImportState::Ready);
        QCOMPARE(ready.good, 25);
        QCOMPARE(ready.bad, 1);
        QCOMPARE(errorsOf(ready), QStringList{"27:2 not-a-number"});
        QCOMPARE(world.active(), 0);
        QVERIFY(world.imports.commit(world.admin, ready.id));
        world.runAll(world.importer);
        QCOMPARE(world.imports.get(ready.id)->done, 25);
        QCOMPARE(world.active(), 25);
        QVERIFY(world.imports.commit(world.admin, ready.id)); // once more: nothing
        world.runAll(world.importer);
        QCOMPARE(world.active(), 25);
    }

    void partsComeInAnyOrderAndAgain_data() { StorageFixture::dialects(); }
    void partsComeInAnyOrderAndAgain() {
        ImportWorld world;
        const QByteArray text = ImportWorld::file(0, 3);
        const auto started = world.imports.start(world.admin, {"f", text.size(), false});
        QVERIFY(world.imports.addPart(started->id, 2, text.mid(20)));
        const auto missing = world.imports.commit(world.admin, started->id);
        QCOMPARE(missing.error().code, "parts-missing");
        QCOMPARE(world.imports.addPart(started->id, 2, "other").error().code, "other-part");
        QCOMPARE(world.imports.get(started->id)->done, text.size() - 20);
        QVERIFY(world.imports.addPart(started->id, 1, text.left(20))->state == ImportState::Checking);
        QVERIFY(world.imports.addPart(started->id, 1, text.left(20))); // its answer was lost
        QCOMPARE(world.imports.addPart(started->id, 3, "late").error().code, "wrong-state");
        world.runAll(world.importer);
        QCOMPARE(world.active(), 3);
    }

    void canceledWhileWritingNothingStays_data() { StorageFixture::dialects(); }
    void canceledWhileWritingNothingStays() {
        ImportWorld world;
        const BanImport ready = world.whole(ImportWorld::file(0, 45), true);
        QVERIFY(world.imports.commit(world.admin, ready.id));
        std::atomic<bool> canceled = false;
        BanImporter importer(world.service.desk, 1); // slow enough to be caught
        std::thread canceler([&] {
            while (!canceled) {
                const auto now = world.imports.get(ready.id);
                if (now && now->done >= 10) {
                    canceled = true;
                    (void)world.imports.cancel(world.admin, ready.id);
                }
                if (now && now->state != ImportState::Writing)
                    canceled = true;
            }
        });
        (void)importer.runOnce();
        canceler.join();
        world.runAll(world.importer);
        const auto end = world.imports.get(ready.id);
        if (end->state == ImportState::Canceled)
            QCOMPARE(world.active(), 0);
        else
            QCOMPARE(world.active(), 45); // it was done before
        const BanImport other = world.whole(ImportWorld::file(100, 145), true);
        QVERIFY(world.imports.commit(world.admin, other.id));
        QVERIFY(world.imports.cancel(world.admin, other.id)); // before the first batch
        world.runAll(world.importer);
        QVERIFY(world.imports.get(other.id)->state == ImportState::Canceled);
        QVERIFY(!world.service.isBanned("number", number(100)));
    }

    void anotherGoesOnWhereOneStopped_data() { StorageFixture::dialects(); }
    void anotherGoesOnWhereOneStopped() {
        ImportWorld world;
        const Id id = world.begin(ImportWorld::file(0, 45));
        QVERIFY(world.imports.commit(world.admin, id));
        BanImporter dead(world.service.desk, 10);
        QVERIFY(*dead.runOnce()); // checked; then nothing is heard of it any more, and it holds the import
        QCOMPARE(*world.importer.runOnce(), false);
        world.clock.advance(std::chrono::seconds(6));
        world.runAll(world.importer);
        QVERIFY(world.imports.get(id)->state == ImportState::Done);
        QCOMPARE(world.active(), 45);
    }
};

QTEST_GUILESS_MAIN(BanImportTest)
#include "ban_import_test.moc"
