#include "ui/pages/blocking/live_refresh.h"

namespace wemo::pages::blocking {

namespace {
constexpr int patienceMs = 300;
} // namespace

LiveRefresh::LiveRefresh(const ui::PageContext &context, QStringList kinds, QObject *parent)
    : QObject(parent)
    , m_kinds(std::move(kinds)) {
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        for (const QString &kind : std::exchange(m_waiting, {}))
            Q_EMIT due(kind);
    });
    connect(&context.live, &ui::LiveStream::received, this, &LiveRefresh::onEvent);
    connect(&context.live, &ui::LiveStream::reset, this, [this] { Q_EMIT due({}); });
    connect(&context.client, &ui::ApiClient::stateChanged, this,
            [this](ui::ConnectionState state) { Q_EMIT staleChanged(state == ui::ConnectionState::Offline); });
}

void LiveRefresh::onEvent(const live::LiveEvent &event) {
    if (event.type != live::blockingChanged)
        return;
    const QString kind = event.data.value("kind").toString();
    if (!m_kinds.contains(kind) || m_waiting.contains(kind))
        return;
    m_waiting.append(kind);
    if (!m_patience.isActive())
        m_patience.start();
}

} // namespace wemo::pages::blocking
