#include "services/runtime/log.h"

#include "models/core/time.h"
#include "services/runtime/redactor.h"

#include <spdlog/logger.h>
#include <spdlog/sinks/ansicolor_sink.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <mutex>

namespace wemo::runtime::log {

namespace {
std::mutex guard;
std::shared_ptr<spdlog::logger> current; // null: nothing is logged, as in most tests

thread_local QString requestId; // NOLINT: that is what a request scope is

std::shared_ptr<spdlog::logger> logger() {
    const std::lock_guard lock(guard);
    return current;
}

QJsonValue plain(const Value &value) {
    struct Visitor {
        QJsonValue operator()(const QString &text) const { return redact(text); }
        QJsonValue operator()(const std::string &text) const { return redact(QString::fromStdString(text)); }
        QJsonValue operator()(const char *text) const { return redact(QString::fromUtf8(text)); }
        QJsonValue operator()(qint64 number) const { return number; }
        QJsonValue operator()(int number) const { return number; }
        QJsonValue operator()(bool flag) const { return flag; }
        QJsonValue operator()(double number) const { return number; }
    };
    return std::visit(Visitor(), value);
}

void write(spdlog::level::level_enum level, const char *event, Fields fields) {
    const std::shared_ptr<spdlog::logger> target = logger();
    if (!target || !target->should_log(level))
        return;
    const auto now = std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
    const auto name = spdlog::level::to_string_view(level);
    QJsonObject line;
    for (const auto &[key, value] : fields) {
        const QString field = QString::fromLatin1(key);
        line.insert(field, isSecretName(field) ? QJsonValue("[secret]") : plain(value));
    }
    line.insert("at", toIso(now));
    line.insert("level", QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())));
    line.insert("event", redact(QString::fromLatin1(event)));
    if (!requestId.isEmpty())
        line.insert("request_id", requestId);
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact);
    target->log(level, spdlog::string_view_t(text.constData(), static_cast<std::size_t>(text.size())));
}
} // namespace

void start(const Options &options) {
    std::vector<spdlog::sink_ptr> sinks;
    if (options.toStderr)
        sinks.push_back(std::make_shared<spdlog::sinks::stderr_sink_mt>());
    try {
        if (!options.file.isEmpty())
            sinks.push_back(std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
                QFile::encodeName(options.file).toStdString(), static_cast<std::size_t>(options.maxBytes),
                static_cast<std::size_t>(options.files)));
    } catch (const spdlog::spdlog_ex &problem) {
        // A log that cannot be written must not stop the service; stderr says so.
        std::fprintf(stderr, "log file: %s\n", problem.what());
    }
    auto fresh = std::make_shared<spdlog::logger>("wemo", sinks.begin(), sinks.end());
    fresh->set_pattern("%v");
    fresh->set_level(spdlog::level::from_str(options.level.toStdString()));
    fresh->flush_on(spdlog::level::info);
    const std::lock_guard lock(guard);
    current = std::move(fresh);
}

void stop() {
    const std::lock_guard lock(guard);
    if (current)
        current->flush();
    current.reset();
}

void debug(const char *event, Fields fields) {
    write(spdlog::level::debug, event, fields);
}
void info(const char *event, Fields fields) {
    write(spdlog::level::info, event, fields);
}
void warn(const char *event, Fields fields) {
    write(spdlog::level::warn, event, fields);
}
void error(const char *event, Fields fields) {
    write(spdlog::level::err, event, fields);
}

RequestScope::RequestScope(QString id)
    : m_before(std::exchange(requestId, redact(id))) {}
RequestScope::~RequestScope() {
    requestId = m_before;
}
QString currentRequestId() {
    return requestId;
}

} // namespace wemo::runtime::log
