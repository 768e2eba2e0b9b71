#pragma once
#include "ui/pages/timeline/config_shelf.h"
#include "ui/pages/timeline/timeline_desk.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace wemo::pages::pricing {
class ConfigForm;
class FareCurve;
class WorkedExamples;
} // namespace wemo::pages::pricing

namespace wemo::pages::timeline {

/// A draft as a form: from, to, note, and a config: one there is, or a new one edited from it, drawn live over what is
/// in force. Tells while one types what publishing it would be refused for.
class DraftForm final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DraftForm)

public:
    DraftForm(TimelineDesk &desk, ConfigShelf &shelf, std::function<Instant()> now, QWidget *parent);
    /// A new draft of this plan, from tomorrow on, with the config in force.
    void begin(Id plan);
    void edit(Id interval);
    Id plan() const { return m_draft.planId; }
    void setBusy(bool busy);
    /// Fields the service found wrong.
    void showErrors(const QList<FieldError> &errors);

Q_SIGNALS:
    void canceled();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void takeConfig();
    void draw();
    void follow();
    void save();
    void retranslate();
    QDateTimeEdit *timeEdit(const char *name);
    wemo::pricing::Interval typed() const;

    TimelineDesk &m_desk;
    ConfigShelf &m_shelf;
    std::function<Instant()> m_now;
    wemo::pricing::Interval m_draft;
    qint64 m_version = 0; ///< of the timeline the person saw when it began
    QFormLayout *m_rows;
    QDateTimeEdit *m_from;
    QCheckBox *m_open;
    QDateTimeEdit *m_to;
    QComboBox *m_config;
    QCheckBox *m_change; ///< the prices of that config
    pricing::ConfigForm *m_prices;
    pricing::FareCurve *m_curve;
    pricing::WorkedExamples *m_examples;
    std::optional<wemo::pricing::Config> m_base; ///< what is edited, and compared with
    int m_epoch = 0;
    QLineEdit *m_note;
    QLineEdit *m_reason;
    QLabel *m_problems;
    QPushButton *m_save;
    QPushButton *m_cancel;
};

} // namespace wemo::pages::timeline
