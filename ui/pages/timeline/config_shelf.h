#pragma once
#include "ui/pages/pricing/pricing_source.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace wemo::pages::timeline {

/// Configs by id, each read once: they never change.
class ConfigShelf final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConfigShelf)

public:
    ConfigShelf(pricing::PricingSource &source, QObject *parent)
        : QObject(parent)
        , m_source(source) {}
    using Then = std::function<void(const ui::ApiResult<wemo::pricing::Config> &)>;
    /// At once where it is here already. `context` may be gone by then.
    void read(Id config, QObject *context, const Then &then);

private:
    pricing::PricingSource &m_source;
    QHash<Id, wemo::pricing::Config> m_known;
};

} // namespace wemo::pages::timeline
