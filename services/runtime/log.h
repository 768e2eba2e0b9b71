#pragma once
#include <QString>

#include <initializer_list>
#include <memory>
#include <string>
#include <utility>
#include <variant>

namespace wemo::runtime {

/// Structured logging over spdlog: one JSON object a line, rotating files and stderr. Every value passes the redactor:
/// a run of digits that could be a phone number or a code and anything token-like is masked, whoever wrote the line.
namespace log {

using Value = std::variant<QString, std::string, const char *, qint64, int, bool, double>;
using Fields = std::initializer_list<std::pair<const char *, Value>>;

struct Options {
    QString file;               ///< empty = stderr only
    QString level = "info";     ///< debug, info, warn, error
    qint64 maxBytes = 10 << 20; ///< a file, then it rotates
    int files = 5;
    bool toStderr = true;
};

void start(const Options &options);
void stop(); ///< flushes
/// `event` is a constant kebab-case phrase; what varies goes into fields.
void debug(const char *event, Fields fields = {});
void info(const char *event, Fields fields = {});
void warn(const char *event, Fields fields = {});
void error(const char *event, Fields fields = {});

/// Puts a request id on every line this thread writes while it lives.
class RequestScope {
public:
    explicit RequestScope(QString requestId);
    ~RequestScope();
    Q_DISABLE_COPY_MOVE(RequestScope)
private:
    QString m_before;
};
QString currentRequestId();

/// What the redactor does, for tests.
QString redact(const QString &text);

} // namespace log
} // namespace wemo::runtime
