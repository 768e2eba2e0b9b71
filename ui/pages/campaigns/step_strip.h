#pragma once
#include "ui/widgets/tokens.h"

#include <QAbstractButton>

namespace wemo::pages::campaigns {

/// One step of a campaign's way, as a button that leads to where it is taken.
struct StepView {
    enum class State { Ahead, Now, Done, Failed, Off };
    State state = State::Ahead;
    QString name;
    QString result; ///< what came of it and when; second line
    bool operator==(const StepView &) const = default;
};

class StepButton final : public QAbstractButton {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StepButton)

public:
    StepButton(int number, QWidget *parent);
    void setStep(const StepView &step);
    QSize sizeHint() const override { return {96, 48}; }
    QSize minimumSizeHint() const override { return {64, 48}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString mark() const;
    int m_number;
    StepView m_step;
};

/// Edit → Dry run → Rehearsal → Impact → Submit → Approve → Publish → Roll back.
class StepStrip final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StepStrip)

public:
    static constexpr int count = 8;
    explicit StepStrip(QWidget *parent = nullptr);
    void setSteps(const QList<StepView> &steps);

Q_SIGNALS:
    void chosen(int step);

private:
    QList<StepButton *> m_buttons;
};

} // namespace wemo::pages::campaigns
