#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

namespace {

QString readAll(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The table of the root CMakeLists, as written into the build folder: module → modules it may include.
QMap<QString, QSet<QString>> moduleTable() {
    QMap<QString, QSet<QString>> table;
    const QStringList lines = readAll(QStringLiteral(WEMO_BINARY_DIR "/modules.txt")).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList uses = line.section(u':', 1).split(u' ', Qt::SkipEmptyParts);
        table.insert(line.section(u':', 0, 0), QSet<QString>(uses.begin(), uses.end()));
    }
    return table;
}

/// "services/sms" of "services/sms/gateway.h".
QString folderOf(const QString &path) {
    return path.section(u'/', 0, -2);
}

} // namespace

/// A root include path lets any file include any other; this test is what holds the edges of the table.
class IncludesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyModuleFolderIsInTheTable() {
        const auto table = moduleTable();
        QVERIFY(table.size() > 10);
        for (const QString layer : {"models", "services", "ui"}) {
            QDirIterator files(QStringLiteral(WEMO_SOURCE_DIR "/") + layer, {"*.cpp", "*.h"}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString folder = folderOf(QDir(WEMO_SOURCE_DIR).relativeFilePath(files.next()));
                QVERIFY2(table.contains(folder), qPrintable(folder + " is not in the table of modules"));
            }
        }
    }

    void noIncludeCrossesAnEdgeThatIsNotThere() {
        const auto table = moduleTable();
        static const QRegularExpression include("^#include \"([^\"]+)\"", QRegularExpression::MultilineOption);
        QStringList crossings;
        for (auto module = table.cbegin(); module != table.cend(); ++module) {
            const QDir folder(QStringLiteral(WEMO_SOURCE_DIR "/") + module.key());
            const QStringList names = folder.entryList({"*.cpp", "*.h"}, QDir::Files);
            for (const QString &name : names) {
                auto matches = include.globalMatch(readAll(folder.filePath(name)));
                while (matches.hasNext()) {
                    const QString path = matches.next().captured(1);
                    const QString target = folderOf(path);
                    if (!path.contains(u'/')) // "thing.moc" and its like
                        continue;
                    if (target != module.key() && !module.value().contains(target))
                        crossings.append(module.key() + "/" + name + " includes " + path);
                }
            }
        }
        QVERIFY2(crossings.isEmpty(), qPrintable(crossings.join(u'\n')));
    }

    void modelsKnowNoInputOutputAndServicesNoWidgets() {
        const auto check = [](const QString &layer, const QRegularExpression &forbidden) {
            QStringList found;
            QDirIterator files(QStringLiteral(WEMO_SOURCE_DIR "/") + layer, {"*.cpp", "*.h"}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString path = files.next();
                if (readAll(path).contains(forbidden))
                    found.append(path);
            }
            return found;
        };
        static const QRegularExpression io(
            R"(#include <(QFile|QSql\w*|QNetwork\w*|QProcess|QSettings|QTcp\w*|hiredis))");
        static const QRegularExpression widgets(R"(#include <(QWidget|QApplication|QtWidgets|QGuiApplication))");
        QCOMPARE(check("models", io), QStringList());
        QCOMPARE(check("services", widgets), QStringList());
    }

    void noFileIsOnItsWayToBecomeALump() {
        QStringList large;
        for (const QString layer : {"app", "models", "services", "ui"}) {
            QDirIterator files(QStringLiteral(WEMO_SOURCE_DIR "/") + layer, {"*.cpp", "*.h"}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString path = files.next();
                if (readAll(path).count(u'\n') > 500)
                    large.append(path);
            }
        }
        QCOMPARE(large, QStringList());
    }
};

QTEST_APPLESS_MAIN(IncludesTest)
#include "includes_test.moc"
