#include "app/service/status_lines.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace wemo::service {

namespace {
void say(const QJsonObject &line) {
    // One call, so that lines of two threads never mix; a reader that is gone is no reason to stop.
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
    std::fflush(stdout);
}
} // namespace

void sayProgress(const char *step, qint64 done, qint64 total) {
    say({{"event", "progress"}, {"step", QString::fromLatin1(step)}, {"done", done}, {"total", total}});
}

void sayReady(const QString &address) {
    say({{"event", "ready"}, {"address", address}});
}

void sayFailed(const Error &error) {
    say({{"event", "failed"}, {"code", error.code}, {"message", error.message}});
}

} // namespace wemo::service
