#pragma once
#include "ui/pages/campaigns/campaign_source.h"

#include <QTimer>
#include <QWidget>

class QButtonGroup;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace wemo::ui {
class MessageBar;
} // namespace wemo::ui

namespace wemo::pages::campaigns {

class ImpactHistogram;
class ResultTable;

/// What the change would have done to rides of the past: asks, shows how far it is and lets one stop it, then revenue,
/// who pays more or less, the histogram, the biggest movers and the parts by plan, zone and tier.
class ImpactPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImpactPanel)

public:
    ImpactPanel(CampaignSource &source, std::function<Instant()> now, QWidget *parent = nullptr);
    /// What is asked about; from and to are filled in here. Nothing to ask about = without items and id.
    void setQuestion(std::function<ImpactQuestion()> question) { m_question = std::move(question); }
    /// Another campaign: what runs is stopped, results go.
    void reset();
    /// What is shown was computed for other prices.
    void setStale();
    void start();
    void cancel();
    bool isRunning() const { return m_task != 0 || m_isAsking; }
    const std::optional<wemo::pricing::Impact> &impact() const { return m_impact; }
    Instant computedAt() const { return m_computedAt; }

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *buildTop();
    QWidget *buildResult();
    void poll();
    void onProgress(const ImpactProgress &progress);
    void stop();
    void fail(const ui::ApiError &error);
    void showState();
    void showResult();
    void showParts();
    void retranslate();

    CampaignSource &m_source;
    std::function<Instant()> m_now;
    std::function<ImpactQuestion()> m_question;
    std::optional<wemo::pricing::Impact> m_impact;
    Instant m_computedAt{};
    Id m_task = 0;
    bool m_isAsking = false;
    bool m_isStale = false;
    quint64 m_life = 0; ///< answers of an earlier one are dropped
    QTimer m_timer;

    QComboBox *m_period;
    QPushButton *m_start;
    QLabel *m_hint;
    QWidget *m_progressRow;
    QLabel *m_progressText;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    ui::MessageBar *m_bar;
    QWidget *m_scroll;
    QWidget *m_result;
    QList<QLabel *> m_figures;
    QList<QLabel *> m_figureNames;
    ImpactHistogram *m_histogram;
    QLabel *m_upTitle;
    QLabel *m_downTitle;
    ResultTable *m_up;
    ResultTable *m_down;
    QComboBox *m_part;
    ResultTable *m_parts;
};

} // namespace wemo::pages::campaigns
