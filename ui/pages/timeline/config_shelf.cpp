#include "ui/pages/timeline/config_shelf.h"

namespace wemo::pages::timeline {

void ConfigShelf::read(Id config, QObject *context, const Then &then) {
    if (const auto known = m_known.constFind(config); known != m_known.cend())
        return then(*known);
    const QPointer<ConfigShelf> shelf(this);
    m_source.config(config).then(
        context, [shelf, config, then](const ui::ApiResult<wemo::pricing::ConfigRecord> &record) {
            if (!record)
                return then(tl::unexpected(record.error()));
            const wemo::pricing::Config found = record->config.value_or(wemo::pricing::Config());
            if (shelf)
                shelf->m_known.insert(config, found);
            then(found);
        });
}

} // namespace wemo::pages::timeline
