#pragma once
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace wemo::bench {

/// A program of ours that speaks JSON lines on stdout. Stopped with SIGTERM when it goes out of scope.
class Program {
public:
    /// `isQuiet`: what it logs on stderr goes nowhere.
    Program(const QString &name, const QStringList &arguments, bool isQuiet = false) {
        m_clock.start();
        m_process.setProcessChannelMode(isQuiet ? QProcess::SeparateChannels : QProcess::ForwardedErrorChannel);
        if (isQuiet)
            m_process.setStandardErrorFile(QProcess::nullDevice());
        m_process.start(QStringLiteral(WEMO_PROGRAM_DIR "/") + name, arguments);
    }
    ~Program() {
        m_process.terminate();
        if (!m_process.waitForFinished(20'000))
            m_process.kill();
        m_process.waitForFinished(5'000);
    }
    Q_DISABLE_COPY_MOVE(Program)

    /// Milliseconds from the start to the line with this "event"; negative if it did not come within two minutes.
    double waitFor(const QString &event, QJsonObject *line = nullptr) {
        while (m_clock.elapsed() < 120'000) {
            while (m_process.canReadLine()) {
                const QJsonObject read = QJsonDocument::fromJson(m_process.readLine()).object();
                if (read.value("event").toString() == event) {
                    if (line)
                        *line = read;
                    return static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
                }
            }
            if (m_process.state() == QProcess::NotRunning)
                return -1;
            m_process.waitForReadyRead(100);
        }
        return -1;
    }

private:
    QProcess m_process;
    QElapsedTimer m_clock;
};

} // namespace wemo::bench
