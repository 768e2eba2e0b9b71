#include "services/runtime/config.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace wemo;
using runtime::Config;

class ConfigTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString file(const QByteArray &content) {
        const QString path = m_folder.filePath("service.toml");
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
            qFatal("cannot write");
        return path;
    }

private Q_SLOTS:
    void flagsOverEnvironmentOverFileOverDefault() {
        const QString path = file("listen = \"f:1\"\nenvironment = \"staging\"\nthreads = 3\ndrain-seconds = 4\n");
        const auto config = Config::read({"--config", path, "--listen=a:1", "--demo=false"},
                                         {{"WEMO_LISTEN", "e:1"}, {"WEMO_THREADS", "5"}});
        QVERIFY2(config, config ? "" : qPrintable(config.error().message));
        QCOMPARE(config->text("listen"), "a:1");
        QCOMPARE(config->number("threads"), 5);
        QCOMPARE(config->number("drain-seconds"), 4);
        QCOMPARE(config->text("environment"), "staging");
        QCOMPARE(config->text("log-level"), "info");
        QVERIFY(!config->flag("demo"));
        QVERIFY(config->isGiven("threads") && !config->isGiven("log-level"));
        QVERIFY(Config::read({"--demo", "--listen", "b:2"}, {})->flag("demo"));
        QCOMPARE(Config::read({}, {{"WEMO_CONFIG", path}})->number("threads"), 3);
    }

    void mistakesAreNamed_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QStringList &arguments, const QByteArray &content,
                            const QString &expected) { QTest::newRow(name) << arguments << content << expected; };
        row("unknown flag", {"--redis-ulr", "x"}, "", "Did you mean \"redis-url\"?");
        row("unknown, nothing near", {"--colour-of-the-sky", "x"}, "", "Unknown key \"colour-of-the-sky\"");
        row("unknown in file", {}, "log-levle = \"info\"\n", "Did you mean \"log-level\"?");
        row("secret flag", {"--redis-password", "hunter2"}, "", "WEMO_REDIS_PASSWORD");
        row("no value", {"--listen"}, "", "--listen needs a value");
        row("bare word", {"hunter2"}, "", "Every argument");
        row("no number", {"--threads", "many"}, "", "a whole number from 1 to 256");
        row("too large", {"--drain-seconds=100000"}, "", "from 1 to 300");
        row("no word", {"--mode=cloud"}, "", "one of: local, server");
        row("no flag", {"--demo=perhaps"}, "", "true or false");
        row("broken file", {}, "mode = \n", "line 1");
        row("table in file", {}, "[redis-url]\nx = 1\n", "must be a text");
    }
    void mistakesAreNamed() {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, content);
        QFETCH(QString, expected);
        const auto config = Config::read(QStringList{"--config", file(content)} + arguments, {});
        QVERIFY(!config);
        QVERIFY2(config.error().message.contains(expected), qPrintable(config.error().message));
        QVERIFY(!config.error().message.contains("hunter2"));
    }

    void aSlipInTheEnvironmentIsRefused() {
        const auto config = Config::read({}, {{"WEMO_REDIS_ULR", "x"}});
        QVERIFY(!config);
        QVERIFY(config.error().message.contains("WEMO_REDIS_ULR"));
        QVERIFY(Config::read({}, {{"WEMO_FAILPOINT", "x"}, {"WEMO_SIMULATOR_UID", "x"}}));
    }

    void aMissingFileIsNamed() {
        const auto config = Config::read({"--config", "/nowhere/x.toml"}, {});
        QVERIFY(!config);
        QVERIFY(config.error().message.contains("/nowhere/x.toml"));
    }

    void theExampleNamesEveryKey() {
        const QString path = WEMO_SOURCE_DIR "/resources/config/wemo-service.example.toml";
        const auto config = Config::read({"--config", path}, {});
        QVERIFY2(config, config ? "" : qPrintable(config.error().message));
        for (const Config::Key &key : Config::keys())
            QVERIFY2(config->isGiven(key.name), key.name);
    }

    void helpNamesEveryKey() {
        for (const Config::Key &key : Config::keys())
            QVERIFY2(Config::help().contains(QString::fromLatin1(key.name)), key.name);
        QVERIFY(Config::read({"--help"}, {})->wantsHelp());
        QVERIFY(Config::read({"--check-queues", "--mode", "local"}, {})->wantsQueueCheck());
        QVERIFY(!Config::read({}, {})->wantsQueueCheck());
    }
};

QTEST_APPLESS_MAIN(ConfigTest)
#include "config_test.moc"
