// The part of PoliciesPage that changes policies, and takes it back.
#include "ui/pages/blocking/policies_page.h"
#include "ui/pages/blocking/policy_panel.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/side_split.h"

#include <QPointer>

namespace wemo::pages::blocking {

using ui::ApiResult;

void PoliciesPage::save(const PolicyRecord &record) {
    Q_EMIT acting();
    m_panel->setBusy(true);
    const PolicyRecord before = m_panel->base();
    m_source.savePolicy(record).then(this, [this, before](const ApiResult<PolicyRecord> &saved) {
        if (!saved)
            return m_panel->showError(saved.error());
        onSaved(before, *saved);
    });
}

/// The toast outlives the page.
void PoliciesPage::onSaved(const PolicyRecord &before, const PolicyRecord &now) {
    m_open = now.policy.id;
    m_panel->saved(now);
    m_model->refresh();
    const QPointer<PoliciesPage> page(this);
    const QString id = now.policy.id;
    if (before.version == 0) {
        Q_EMIT undoOffered(tr("Policy %1 created").arg(id), [page, id, version = now.version] {
            if (page)
                page->removeQuietly(id, version);
        });
    } else {
        Q_EMIT undoOffered(tr("Policy %1 saved").arg(id), [page, id, version = before.version] {
            if (page)
                page->bringBack(id, version);
        });
    }
}

void PoliciesPage::remove() {
    Q_EMIT acting();
    m_panel->setBusy(true);
    const PolicyRecord gone = m_panel->base();
    m_source.removePolicy(gone.policy.id, gone.version).then(this, [this, gone](const ApiResult<void> &removed) {
        if (!removed)
            return m_panel->showError(removed.error());
        closeSide();
        m_model->refresh();
        const QPointer<PoliciesPage> page(this);
        Q_EMIT undoOffered(tr("Policy %1 deleted").arg(gone.policy.id),
                           [page, id = gone.policy.id, version = gone.version] {
                               if (page)
                                   page->bringBack(id, version);
                           });
    });
}

void PoliciesPage::restore(int version) {
    Q_EMIT acting();
    const PolicyRecord before = m_panel->base();
    m_source.restorePolicy(before.policy.id, version).then(this, [this, before](const ApiResult<PolicyRecord> &now) {
        if (!now)
            return m_panel->showError(now.error());
        onSaved(before, *now);
    });
}

void PoliciesPage::bringBack(const QString &id, int version) {
    Q_EMIT acting();
    m_source.restorePolicy(id, version).then(this, [this](const ApiResult<PolicyRecord> &now) {
        if (!now)
            return m_refused->showError(now.error(), false);
        if (m_split->isAnyOpen() && m_open == now->policy.id)
            m_panel->saved(*now);
        m_model->refresh();
        Q_EMIT noticed(tr("As before"));
    });
}

void PoliciesPage::removeQuietly(const QString &id, int version) {
    Q_EMIT acting();
    m_source.removePolicy(id, version).then(this, [this](const ApiResult<void> &removed) {
        if (!removed)
            return m_refused->showError(removed.error(), false);
        closeSide();
        m_model->refresh();
        Q_EMIT noticed(tr("As before"));
    });
}

} // namespace wemo::pages::blocking
