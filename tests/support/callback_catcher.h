#pragma once
#include "services/http/server.h"
#include "services/sms/every8d_receipts.h"

#include <mutex>

namespace wemo::tests {

/// Stands where the service's callback address would be and keeps what came.
class CallbackCatcher {
public:
    CallbackCatcher()
        : m_server({}, [this](const http::Request &request) { return take(request); }) {
        m_started = m_server.start().has_value();
    }
    ~CallbackCatcher() { m_server.stop(std::chrono::seconds(1)); }
    QString url() const { return QString("http://127.0.0.1:%1/hook").arg(m_server.port()); }
    bool started() const { return m_started; }
    QList<http::Request> requests() {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }
    QStringList statuses() {
        QStringList list;
        for (const http::Request &request : requests())
            if (const auto read = sms::every8d::readCallback(formOf(request)))
                list.append(read->receipt.rawCode);
        return list;
    }
    static QByteArray formOf(const http::Request &r) { return r.method == "GET" ? r.rawQuery : r.body; }
    std::atomic<int> failures = 0; ///< so many answers are 503 first
    QByteArray answer;             ///< the body of all of them; set it before anything comes

private:
    http::Response take(const http::Request &request) {
        const std::lock_guard lock(m_mutex);
        m_requests.append(request);
        http::Response response;
        response.status = failures.fetch_sub(1) > 0 ? 503 : 200;
        response.body = answer;
        return response;
    }
    std::mutex m_mutex;
    QList<http::Request> m_requests;
    http::Server m_server;
    bool m_started = false;
};

} // namespace wemo::tests
