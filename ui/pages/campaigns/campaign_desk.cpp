// The part of CampaignDesk that opens campaigns and keeps what is typed.
#include "ui/pages/campaigns/campaign_desk.h"

#include "ui/pages/campaigns/campaign_text.h"
#include "ui/pages/campaigns/confirm_bar.h"
#include "ui/pages/campaigns/conflict_panel.h"
#include "ui/pages/campaigns/impact_panel.h"
#include "ui/pages/campaigns/sheet_panel.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/time_text.h"

#include <QDateTimeEdit>
#include <QLineEdit>
#include <QTabWidget>

namespace wemo::pages::campaigns {

using namespace wemo::pricing;

namespace {
const QString unsavedGroup = QStringLiteral("pages/price-campaigns/unsaved");
const QString versionItem = QStringLiteral("version");
const QString cellsItem = QStringLiteral("cells");
} // namespace

CampaignDesk::CampaignDesk(const ui::PageContext &context, CampaignSource &source, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_source(source) {
    setObjectName(QStringLiteral("campaignDesk"));
    build();
    wire();
    wirePanels();
    retranslate();
}

CampaignDesk::~CampaignDesk() = default;

void CampaignDesk::begin() {
    ++m_life;
    m_isOpen = true;
    m_isReady = false;
    m_isBusy = false;
    m_campaign = {};
    m_trials.clear();
    m_stale.reset();
    m_bar->clear();
    m_kept->clear();
    m_confirm->hide();
    m_conflict->hide();
    m_trial->reset();
    m_impact->reset();
    m_sheet->model().setInventory({});
    m_sheet->clearFilter();
    m_tabs->setCurrentIndex(SheetTab);
}

void CampaignDesk::open(Id id) {
    begin();
    m_campaign.id = id;
    follow();
    reload();
}

/// At midnight, a day and more ahead: time to look at it.
void CampaignDesk::openNew() {
    begin();
    m_campaign.publishAt = ui::startOfDay(m_context.now()) + std::chrono::hours(48);
    showFields(m_campaign);
    follow();
    readInventory();
}

void CampaignDesk::leave() {
    if (!m_isOpen)
        return;
    if (isDirty())
        Q_EMIT noticed(tr("Not saved yet: your changes are kept on this computer until you come back."));
    if (m_impact->isRunning())
        m_impact->cancel();
    ++m_life;
    m_isOpen = false;
    m_isReady = false;
}

void CampaignDesk::reload() {
    if (m_campaign.id == 0)
        return readInventory();
    m_source.read(m_campaign.id).then(this, [this, life = m_life](const ui::ApiResult<Campaign> &campaign) {
        if (life != m_life)
            return;
        if (!campaign)
            return m_bar->showError(campaign.error());
        m_bar->clear();
        m_campaign = *campaign;
        if (!m_isReady)
            showFields(m_campaign);
        readInventory();
    });
}

void CampaignDesk::comeBack() {
    if (m_isOpen && !m_isReady)
        reload();
}

/// A published change is shown beside what was in force before it.
Instant CampaignDesk::priceInstant() const {
    const bool isIn = m_campaign.state == CampaignState::Approved || m_campaign.state == CampaignState::RolledBack;
    return m_campaign.publishAt - Milliseconds(isIn ? 1 : 0);
}

void CampaignDesk::readInventory() {
    m_source.inventory(priceInstant())
        .then(this, [this, life = m_life](const ui::ApiResult<QList<InForce>> &inventory) {
            if (life != m_life)
                return;
            if (!inventory)
                return m_bar->showError(inventory.error());
            onInventory(*inventory);
        });
}

void CampaignDesk::onInventory(const QList<InForce> &inventory) {
    const bool keepEdits = m_isReady && isDirty();
    m_inventory = inventory;
    if (keepEdits) { // prices of another day, or read again
        const QJsonObject edits = m_sheet->model().edits();
        m_isReady = false;
        m_sheet->model().setInventory(inventory);
        m_sheet->model().setItems({});
        m_sheet->model().restore(edits);
        m_isReady = true;
        return onEdited();
    }
    m_sheet->model().setInventory(inventory);
    adopt(m_campaign);
    bringBackUnsaved();
}

/// What is saved, shown: nothing of what was typed is left.
void CampaignDesk::adopt(const Campaign &campaign) {
    m_isReady = false;
    m_campaign = campaign;
    showFields(campaign);
    m_sheet->model().setItems(campaign.items);
    m_sheet->setFileName(campaign.name.isEmpty() ? QStringLiteral("prices") : campaign.name);
    m_saved = snapshot();
    m_isReady = true;
    follow();
}

void CampaignDesk::showFields(const Campaign &campaign) {
    const QSignalBlocker blockers[] = {QSignalBlocker(m_name), QSignalBlocker(m_publishAt), QSignalBlocker(m_note),
                                       QSignalBlocker(m_reason)};
    m_name->setText(campaign.name);
    const QDateTime local = ui::toTaipei(campaign.publishAt);
    m_publishAt->setDateTime(QDateTime(local.date(), local.time(), Qt::UTC));
    m_note->setText(campaign.note);
    m_note->setCursorPosition(0); // a long one is read from its beginning
    m_reason->setText(campaign.emergencyReason);
}

QJsonObject CampaignDesk::snapshot() const {
    const Campaign campaign = edited();
    return {{"name", campaign.name},
            {"note", campaign.note},
            {"publish_at", toIso(campaign.publishAt)},
            {"emergency_reason", campaign.emergencyReason},
            {cellsItem, m_sheet->model().edits()}};
}

bool CampaignDesk::isDirty() const {
    return m_isReady && mayEdit() && snapshot() != m_saved;
}

QString CampaignDesk::unsavedKey() const {
    return unsavedGroup + u'/' + idToString(m_campaign.id);
}

QSet<Id> CampaignDesk::unsaved(const QSettings &settings) {
    QSet<Id> ids;
    const QStringList keys = settings.allKeys();
    for (const QString &key : keys)
        if (key.startsWith(unsavedGroup + u'/'))
            ids.insert(key.mid(unsavedGroup.size() + 1).toLongLong());
    return ids;
}

void CampaignDesk::keepUnsaved() {
    if (!isDirty())
        return m_context.settings.remove(unsavedKey());
    QJsonObject kept = snapshot();
    kept.insert(versionItem, m_campaign.version);
    m_context.settings.setValue(unsavedKey(), QJsonDocument(kept).toJson(QJsonDocument::Compact));
}

void CampaignDesk::bringBackUnsaved() {
    const QByteArray text = m_context.settings.value(unsavedKey()).toByteArray();
    if (text.isEmpty() || !mayEdit())
        return;
    const QJsonObject kept = QJsonDocument::fromJson(text).object();
    Campaign fields = m_campaign;
    fields.name = kept.value("name").toString();
    fields.note = kept.value("note").toString();
    fields.publishAt = fromIso(kept.value("publish_at").toString()).value_or(m_campaign.publishAt);
    fields.emergencyReason = kept.value("emergency_reason").toString();
    showFields(fields);
    m_sheet->model().restore(kept.value(cellsItem).toObject());
    const bool changed = kept.value(versionItem).toInteger() != m_campaign.version;
    m_kept->showMessage(changed ? ui::Tone::Warning : ui::Tone::Info,
                        changed ? tr("Your unsaved changes are back. Somebody has saved this price change meanwhile: "
                                     "look at both before you save.")
                                : tr("Your unsaved changes are back."),
                        tr("Discard them"));
    onEdited();
}

void CampaignDesk::discardEdits() {
    m_context.settings.remove(unsavedKey());
    m_kept->clear();
    adopt(m_campaign);
}

void CampaignDesk::onEdited() {
    if (!m_isReady)
        return;
    keepUnsaved();
    m_impact->setStale();
    follow();
}

void CampaignDesk::onChanged(Id id, qint64 version) {
    if (!m_isOpen || id == 0 || id != m_campaign.id || version <= m_campaign.version || m_isBusy)
        return;
    if (!isDirty())
        return reload();
    m_bar->showMessage(ui::Tone::Warning,
                       tr("Somebody has just changed this price change. Yours stays as you typed it; "
                          "saving shows both side by side."));
}

void CampaignDesk::focusFilter() {
    m_tabs->setCurrentIndex(SheetTab);
    m_sheet->focusSearch();
}

bool CampaignDesk::backOut() {
    if (!m_confirm->isHidden()) {
        m_confirm->hide();
        return true;
    }
    if (m_tabs->currentIndex() == SheetTab && m_sheet->clearFilter())
        return true;
    Q_EMIT closed();
    return true;
}

Campaign CampaignDesk::edited() const {
    Campaign campaign = m_campaign;
    campaign.name = m_name->text().trimmed();
    campaign.publishAt = ui::fromTaipei(m_publishAt->dateTime());
    campaign.note = m_note->text().trimmed();
    campaign.emergencyReason = m_reason->text().trimmed();
    campaign.items = m_sheet->model().items();
    campaign.itemCount = campaign.items.size();
    return campaign;
}

} // namespace wemo::pages::campaigns
