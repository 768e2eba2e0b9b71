#pragma once
#include "ui/pages/campaigns/campaign_source.h"
#include "ui/pages/campaigns/trial_panel.h"
#include "ui/shell/page.h"

class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTabWidget;

namespace wemo::ui {
class MessageBar;
class StatusPill;
} // namespace wemo::ui

namespace wemo::pages::campaigns {

class ConfirmBar;
class ConflictPanel;
class ImpactPanel;
class SheetPanel;
class StepStrip;

/// One campaign from the first edit to its rollback. What is typed is kept in the settings until it is saved.
class CampaignDesk final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CampaignDesk)

public:
    CampaignDesk(const ui::PageContext &context, CampaignSource &source, QWidget *parent = nullptr);
    ~CampaignDesk() override;
    void open(Id id);
    void openNew();
    /// Nothing is open any more; unsaved edits stay in the settings.
    void leave();
    bool isOpen() const { return m_isOpen; }
    /// 0 = a new one.
    Id campaignId() const { return m_campaign.id; }
    bool isDirty() const;
    void reload();
    /// The service is there again: what could not be read is read.
    void comeBack();
    /// Somebody has changed a campaign.
    void onChanged(Id id, qint64 version);
    void focusFilter();
    bool backOut();
    /// Campaigns with edits in the settings; 0 = a new one.
    static QSet<Id> unsaved(const QSettings &settings);

Q_SIGNALS:
    void closed();
    void saved(Id id); ///< or acted on; a new one has its id now
    void noticed(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    using Campaign = wemo::pricing::Campaign;
    enum Tab { SheetTab, TrialTab, ImpactTab };

    void build();
    QWidget *buildHead();
    QWidget *buildFields();
    void wire();
    void wirePanels();

    void begin();
    void readInventory();
    void onInventory(const QList<wemo::pricing::InForce> &inventory);
    void adopt(const Campaign &campaign);
    void showFields(const Campaign &campaign);
    Instant priceInstant() const;

    QJsonObject snapshot() const;
    QString unsavedKey() const;
    void keepUnsaved();
    void bringBackUnsaved();
    void discardEdits();
    void onEdited();

    Campaign edited() const;
    void save();
    void onSaveRefused(const ui::ApiError &error);
    void merge();
    void takeTheirs();
    void tryOut(Trial trial);
    void ask(CampaignVerb verb);
    void askRemove();
    void act(CampaignVerb verb, const QString &note);
    void remove();
    void showProblemsOf(const ui::ApiError &error);
    void onConfirmed(const QString &note);

    bool mayEdit() const;
    bool isOwn() const;
    wemo::pricing::CampaignStatus status() const;
    void follow();
    void followSteps();
    void setBusy(bool busy);
    void retranslate();

    ui::PageContext m_context;
    CampaignSource &m_source;
    Campaign m_campaign; ///< as it is saved
    QList<wemo::pricing::InForce> m_inventory;
    QMap<Trial, TrialResult> m_trials;
    std::optional<Campaign> m_stale;     ///< as the other left it
    std::optional<CampaignVerb> m_asked; ///< nothing while the bar is open = delete
    QJsonObject m_saved;                 ///< snapshot of what is saved
    quint64 m_life = 0;                  ///< answers to what was open before are dropped
    bool m_isOpen = false;
    bool m_isReady = false; ///< the sheet shows what is open
    bool m_isBusy = false;

    QPushButton *m_back;
    QLabel *m_title;
    ui::StatusPill *m_pill;
    QLabel *m_who;
    QPushButton *m_delete;
    QPushButton *m_save;
    QPushButton *m_buttons[5]; ///< by CampaignVerb
    StepStrip *m_steps;
    ui::MessageBar *m_bar;
    ui::MessageBar *m_kept;
    ConfirmBar *m_confirm;
    ConflictPanel *m_conflict;
    QLabel *m_labels[4];
    QLineEdit *m_name;
    QDateTimeEdit *m_publishAt;
    QLineEdit *m_note;
    QLineEdit *m_reason;
    QTabWidget *m_tabs;
    SheetPanel *m_sheet;
    TrialPanel *m_trial;
    ImpactPanel *m_impact;
};

} // namespace wemo::pages::campaigns
