#include "ui/pages/delivery/alarm_list.h"

#include "ui/pages/delivery/delivery_text.h"
#include "ui/widgets/status_pill.h"
#include "ui/widgets/time_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace wemo::pages::delivery {

using wemo::delivery::Alarm;
using wemo::delivery::AlarmKind;
using wemo::delivery::Breaker;

namespace {
constexpr int longestReason = 500;
} // namespace

/// A pill, a sentence with what to do, and a button.
class AlarmList::Line final : public QFrame {
public:
    Line(const ui::Pill &pill, const QString &sentence, const QString &advice, QWidget *parent)
        : QFrame(parent) {
        setProperty("ui", "message-bar");
        setProperty("tone", static_cast<int>(pill.tone));
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(12, 8, 12, 8);
        row->setSpacing(12);
        auto *mark = new ui::StatusPill(this);
        mark->setPill(pill);
        row->addWidget(mark, 0, Qt::AlignVCenter);
        auto *words = new QVBoxLayout;
        words->setSpacing(2);
        auto *first = new QLabel(sentence, this);
        first->setWordWrap(true);
        auto *second = new QLabel(advice, this);
        second->setWordWrap(true);
        second->setProperty("ui", "muted");
        words->addWidget(first);
        words->addWidget(second);
        row->addLayout(words, 1);
        m_button = new QPushButton(this);
        m_button->hide();
        row->addWidget(m_button, 0, Qt::AlignVCenter);
    }
    QPushButton *button(const QString &text, const QString &name) {
        m_button->setText(text);
        m_button->setObjectName(name);
        m_button->show();
        return m_button;
    }

private:
    QPushButton *m_button;
};

AlarmList::AlarmList(std::function<Instant()> now, QWidget *parent)
    : QWidget(parent)
    , m_now(std::move(now))
    , m_lines(new QVBoxLayout) {
    setObjectName(QStringLiteral("alarmList"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_lines->setSpacing(8);
    column->addLayout(m_lines);
    buildQuestion();
    column->addWidget(m_question);
    hide();
}

void AlarmList::buildQuestion() {
    m_question = new QFrame(this);
    m_question->setProperty("ui", "message-bar");
    auto *column = new QVBoxLayout(m_question);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    m_questionText = new QLabel(m_question);
    m_questionText->setWordWrap(true);
    m_reason = new QLineEdit(m_question);
    m_reason->setObjectName(QStringLiteral("liftReason"));
    m_reason->setMaxLength(longestReason);
    m_refused = new QLabel(m_question);
    m_refused->setObjectName(QStringLiteral("liftRefused"));
    m_refused->setProperty("ui", "error");
    m_refused->setWordWrap(true);
    m_refused->hide();
    m_confirm = new QPushButton(m_question);
    m_confirm->setObjectName(QStringLiteral("liftConfirm"));
    m_confirm->setProperty("ui", "primary");
    m_cancel = new QPushButton(m_question);
    m_cancel->setObjectName(QStringLiteral("liftCancel"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_reason, 1);
    row->addWidget(m_confirm);
    row->addWidget(m_cancel);
    column->addWidget(m_questionText);
    column->addLayout(row);
    column->addWidget(m_refused);
    m_question->hide();
    connect(m_reason, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_confirm->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_reason, &QLineEdit::returnPressed, m_confirm, &QPushButton::click);
    connect(m_cancel, &QPushButton::clicked, this, [this] { closeQuestion(); });
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        m_confirm->setEnabled(false);
        m_refused->hide();
        Q_EMIT liftRequested(m_asked, m_reason->text().trimmed());
    });
}

void AlarmList::setMayLift(bool may) {
    m_mayLift = may;
    rebuild();
}

void AlarmList::setPicture(const Picture &picture) {
    const bool isSame = m_picture && m_picture->alarms == picture.alarms && m_picture->breakers == picture.breakers;
    m_picture = picture;
    if (!isSame)
        rebuild();
}

void AlarmList::rebuild() {
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        if (QWidget *line = item->widget()) {
            line->hide(); // gone at once, though it may be its own button that is being pressed
            line->deleteLater();
        }
        delete item;
    }
    if (!m_picture)
        return;
    bool isAskedThere = false;
    for (const Breaker &breaker : std::as_const(m_picture->breakers)) {
        addBreaker(breaker);
        isAskedThere = isAskedThere || breaker.prefix == m_asked;
    }
    for (const Alarm &alarm : std::as_const(m_picture->alarms))
        addAlarm(alarm);
    if (!m_asked.isEmpty() && !isAskedThere)
        closeQuestion();
    setVisible(m_lines->count() > 0);
}

void AlarmList::addAlarm(const Alarm &alarm) {
    const ui::Pill pill{alarm.kind == AlarmKind::BalanceLow ? ui::Tone::Warning : ui::Tone::Danger,
                        ui::relativeTime(alarm.since, m_now())};
    auto *line = new Line(pill, alarmText(alarm), adviceText(alarm.kind), this);
    line->setObjectName(QStringLiteral("alarmLine"));
    if (alarm.kind == AlarmKind::RateFell) {
        const auto *button = line->button(tr("Show its failures"), QStringLiteral("alarmMessages"));
        connect(button, &QPushButton::clicked, this, [this, alarm] { Q_EMIT messagesRequested(alarm); });
    }
    m_lines->addWidget(line);
}

void AlarmList::addBreaker(const Breaker &breaker) {
    const ui::Pill pill{ui::Tone::Danger, tr("Stopped")};
    const QString since = tr("Since %1. Only a person lets it go on.").arg(ui::shortTime(breaker.since, m_now()));
    auto *line = new Line(pill, breakerText(breaker), since, this);
    line->setObjectName(QStringLiteral("breakerLine"));
    if (m_mayLift) {
        const auto *button = line->button(tr("Send again…"), QStringLiteral("breakerLift"));
        connect(button, &QPushButton::clicked, this, [this, prefix = breaker.prefix] { ask(prefix); });
    }
    m_lines->addWidget(line);
}

void AlarmList::ask(const QString &prefix) {
    m_asked = prefix;
    m_reason->clear();
    m_confirm->setEnabled(false);
    m_refused->hide();
    sayQuestion();
    m_question->show();
    m_reason->setFocus(Qt::OtherFocusReason);
}

void AlarmList::sayQuestion() {
    m_questionText->setText(tr("Why may messages be sent to numbers with %1 again?").arg(m_asked));
    m_reason->setPlaceholderText(tr("Such as: looked at, it was our own campaign"));
    m_reason->setAccessibleName(tr("Reason"));
    m_confirm->setText(tr("Send to %1 again").arg(m_asked));
    m_cancel->setText(tr("Cancel"));
}

bool AlarmList::closeQuestion() {
    if (m_asked.isEmpty())
        return false;
    m_asked.clear();
    m_question->hide();
    return true;
}

void AlarmList::setLifted(const QString &prefix) {
    if (prefix == m_asked)
        closeQuestion();
}

void AlarmList::setRefused(const QString &prefix, const QString &why) {
    if (prefix != m_asked)
        return;
    m_refused->setText(why);
    m_refused->show();
    m_confirm->setEnabled(true);
}

void AlarmList::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        sayQuestion();
        rebuild();
    }
}

} // namespace wemo::pages::delivery
