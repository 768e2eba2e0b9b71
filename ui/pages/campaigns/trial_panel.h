#pragma once
#include "ui/pages/campaigns/campaign_source.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace wemo::ui {
class MessageBar;
class StatusPill;
} // namespace wemo::ui

namespace wemo::pages::campaigns {

class ResultTable;

/// What a trial said and when.
struct TrialResult {
    wemo::pricing::Rehearsal rehearsal;
    Instant at{};
    qint64 version = 0; ///< of the campaign that was tried
};

/// Dry run, rehearsal and rehearsal of the rollback: starts them and shows what the last one found.
class TrialPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrialPanel)

public:
    explicit TrialPanel(QWidget *parent = nullptr);
    /// A plan's code by its id.
    void setPlanNames(std::function<QString(Id)> nameOf) { m_nameOf = std::move(nameOf); }
    void allow(bool tryOut, bool rollback);
    void setBusy(std::optional<Trial> trial);
    void showResult(Trial trial, const TrialResult &result);
    void showError(const ui::ApiError &error);
    void reset();

Q_SIGNALS:
    void requested(wemo::pages::campaigns::Trial trial);
    void planRequested(Id plan);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void present();
    void showProblems();
    void showSamples();
    QString sentence() const;
    void retranslate();

    std::function<QString(Id)> m_nameOf;
    std::optional<Trial> m_trial;
    TrialResult m_result;
    std::optional<Trial> m_busy;

    QPushButton *m_buttons[3];
    ui::MessageBar *m_bar;
    QLabel *m_hint;
    QWidget *m_scroll;
    QWidget *m_shown;
    QLabel *m_title;
    ui::StatusPill *m_pill;
    QLabel *m_sentence;
    QLabel *m_problemsTitle;
    ResultTable *m_problems;
    QLabel *m_samplesTitle;
    ResultTable *m_samples;
};

} // namespace wemo::pages::campaigns
