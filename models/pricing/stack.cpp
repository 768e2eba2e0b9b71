#include "models/pricing/stack.h"

#include "models/pricing/calendar.h"

#include <algorithm>

namespace wemo::pricing {

namespace {
template <typename T>
int placeOf(const Config &config) {
    for (std::size_t i = 0; i < config.components.size(); ++i)
        if (std::holds_alternative<T>(config.components[i]))
            return static_cast<int>(i);
    return -1;
}

/// Nearer to 0 than it would be, where less is left to take off.
Rate cutAt(Rate left, Rate amount) {
    return amount < 0 ? std::max(amount, -std::max<Rate>(left, 0)) : amount;
}

const ZoneFee *feeFor(const ZoneFees &zones, const QString &from, const QString &to) {
    const auto find = [&](const QString &pickup, const QString &giveBack) -> const ZoneFee * {
        const auto isBefore = [&](const ZoneFee &fee, int) {
            return fee.from < pickup || (fee.from == pickup && fee.to < giveBack);
        };
        const auto found = std::lower_bound(zones.fees.begin(), zones.fees.end(), 0, isBefore);
        const bool isThere = found != zones.fees.end() && found->from == pickup && found->to == giveBack;
        return isThere ? &*found : nullptr;
    };
    const QString any;
    if (const ZoneFee *fee = find(from, to))
        return fee;
    if (const ZoneFee *fee = find(from, any))
        return fee;
    if (const ZoneFee *fee = find(any, to))
        return fee;
    return find(any, any);
}
} // namespace

qint64 countOf(const Segment &segment, qint64 units) {
    if (units <= segment.start)
        return 0;
    if (segment.interval == 0)
        return 1;
    const qint64 reached = segment.end ? std::min(units, *segment.end) : units;
    const qint64 over = reached - segment.start;
    return over <= 0 ? 0 : (over - 1) / segment.interval + 1;
}

void Stack::add(const Line &line) {
    m_total = m_exact.sum(m_total, line.amount);
    m_quote.lines.append(line);
}

void Stack::addSegments(const std::vector<Segment> &segments, int component, const Leg &leg, bool isTime) {
    const qint64 from = isTime ? leg.fromMinute : leg.fromKm;
    const qint64 to = isTime ? leg.toMinute : leg.toKm;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const Segment &segment = segments[i];
        const qint64 count = countOf(segment, to) - (from > 0 ? countOf(segment, from) : 0);
        if (count == 0)
            continue;
        Line line;
        line.kind = isTime ? LineKind::Time : LineKind::Distance;
        line.unit = segment.interval == 0   ? Unit::Once
                    : segment.interval != 1 ? Unit::Intervals
                    : isTime                ? Unit::Minutes
                                            : Unit::Kilometres;
        line.stretch = leg.stretch;
        line.component = component;
        line.part = static_cast<int>(i);
        line.quantity = count;
        line.rate = segment.rate;
        line.amount = m_exact.product(count, segment.rate);
        add(line);
    }
}

void Stack::addPackage(int component) {
    const Packages &packages = std::get<Packages>(m_legs[0].config->components[static_cast<std::size_t>(component)]);
    Line line;
    line.kind = LineKind::Package;
    line.component = component;
    line.part = static_cast<int>(m_package - packages.packages.data());
    line.rate = line.amount = m_package->price;
    add(line);
    const auto addBeyond = [&](LineKind kind, Unit unit, qint64 beyond, Rate rate) {
        if (beyond <= 0)
            return;
        line.kind = kind;
        line.unit = unit;
        line.quantity = beyond;
        line.rate = rate;
        line.amount = m_exact.product(beyond, rate);
        add(line);
    };
    addBeyond(LineKind::Overtime, Unit::Minutes, m_ride.minutes() - m_package->hours * 60,
              m_package->overtimePerMinute);
    addBeyond(LineKind::ExtraDistance, Unit::Kilometres, m_ride.kilometres() - m_package->includedKm,
              m_package->extraPerKm);
}

void Stack::addMeter() {
    const Config &first = *m_legs[0].config;
    if (m_package)
        return addPackage(placeOf<Packages>(first));
    if (const Base *base = first.find<Base>()) {
        Line line;
        line.component = placeOf<Base>(first);
        line.rate = line.amount = base->price;
        add(line);
    }
    for (const bool isTime : {true, false}) {
        for (const Leg &leg : m_legs) {
            const std::vector<Component> &components = leg.config->components;
            for (std::size_t i = 0; i < components.size(); ++i) {
                if (const auto *time = std::get_if<TimeSegments>(&components[i]); time && isTime)
                    addSegments(time->segments, static_cast<int>(i), leg, true);
                else if (const auto *distance = std::get_if<DistanceSegments>(&components[i]); distance && !isTime)
                    addSegments(distance->segments, static_cast<int>(i), leg, false);
            }
        }
    }
}

/// What time alone costs up to a minute of the ride: base or package, segments, overtime.
Rate Stack::timeCharge(qint64 minutes) {
    if (m_package) {
        const qint64 beyond = std::max<qint64>(0, minutes - m_package->hours * 60);
        return m_exact.sum(m_package->price, m_exact.product(beyond, m_package->overtimePerMinute));
    }
    const Base *base = m_legs[0].config->find<Base>();
    Rate sum = base ? base->price : 0;
    for (const Leg &leg : m_legs) {
        const qint64 to = std::min(minutes, leg.toMinute);
        const auto *time = leg.config->find<TimeSegments>();
        if (!time || to <= leg.fromMinute)
            continue;
        for (const Segment &segment : time->segments) {
            const qint64 count = countOf(segment, to) - (leg.fromMinute > 0 ? countOf(segment, leg.fromMinute) : 0);
            sum = m_exact.sum(sum, m_exact.product(count, segment.rate));
        }
    }
    return sum;
}

void Stack::addZones(const ZoneFees &zones, int component) {
    const ZoneFee *fee = feeFor(zones, m_ride.pickupZone, m_ride.returnZone);
    if (!fee || fee->amount == 0)
        return;
    Line line;
    line.kind = LineKind::Zone;
    line.component = component;
    line.part = static_cast<int>(fee - zones.fees.data());
    line.rate = fee->amount;
    line.amount = cutAt(m_total, fee->amount);
    line.isCut = line.amount != line.rate;
    add(line);
}

void Stack::addRule(const Calendar &calendar, const CalendarRule &rule, int component, int part, Rate below) {
    Line line;
    line.kind = LineKind::Calendar;
    line.component = component;
    line.part = part;
    line.rate = rule.value;
    if (rule.effect == CalendarEffect::PerMinute) {
        line.unit = Unit::Minutes;
        line.quantity = minutesInside(calendar, rule, m_ride.start, 0, m_ride.minutes());
        if (line.quantity == 0)
            return;
    } else if (!holdsAt(calendar, rule, m_ride.start)) {
        return;
    }
    const bool isPercent = rule.effect == CalendarEffect::Percent;
    line.unit = isPercent ? Unit::Percent : line.unit;
    const Rate whole = isPercent ? m_exact.share(below, rule.value) : m_exact.product(line.quantity, rule.value);
    line.amount = cutAt(m_total, whole);
    line.isCut = line.amount != whole;
    if (line.amount != 0 || line.isCut)
        add(line);
}

void Stack::addCalendar(const Calendar &calendar, int component) {
    const Rate below = std::max<Rate>(m_total, 0);
    for (std::size_t i = 0; i < calendar.rules.size(); ++i)
        addRule(calendar, calendar.rules[i], component, static_cast<int>(i), below);
}

/// Cuts each window to the cap; `other` counts in the last one. Windows that save alike share a line.
void Stack::addSavings(const Cap &cap, int component, std::vector<Rate> &windows, Rate other) {
    windows.back() = m_exact.sum(windows.back(), other);
    Line line;
    line.kind = LineKind::Cap;
    line.unit = Unit::Windows;
    line.component = component;
    line.quantity = 0;
    const auto flush = [&] {
        line.amount = m_exact.product(line.quantity, line.rate);
        if (line.amount != 0)
            add(line);
        line.quantity = 0;
    };
    for (std::size_t i = 0; i < windows.size(); ++i) {
        const Rate saving = std::min<Rate>(0, cap.amount - windows[i]);
        windows[i] += saving;
        if (line.quantity > 0 && line.rate != saving)
            flush();
        if (line.quantity++ == 0) {
            line.rate = saving;
            line.part = static_cast<int>(i);
        }
    }
    flush();
    windows.back() -= other;
}

void Stack::addCaps(const Cap *const *caps, const int *components, int count) {
    const Rate all = m_total;
    const qint64 minutes = std::max<qint64>(1, m_ride.minutes());
    const Rate whole = timeCharge(m_ride.minutes());
    qint64 width = caps[0]->minutes;
    if (count == 1 && minutes <= width) { // the usual ride: one window, nothing to cut up
        const Rate charge = caps[0]->scope == CapScope::Rent ? all : whole;
        if (charge <= caps[0]->amount)
            return;
    }
    std::vector<Rate> windows;
    windows.reserve(static_cast<std::size_t>((minutes - 1) / width + 1));
    Rate before = 0;
    for (qint64 end = width;; end += width) {
        const Rate until = end >= minutes ? whole : timeCharge(end);
        windows.push_back(m_exact.sum(until, -before));
        before = until;
        if (end >= minutes)
            break;
    }
    for (int i = 0; i < count; ++i) {
        if (i > 0) {
            const auto ratio = static_cast<std::size_t>(caps[i]->minutes / width);
            std::vector<Rate> wider;
            for (std::size_t k = 0; k < windows.size(); ++k) {
                if (k % ratio == 0)
                    wider.push_back(0);
                wider.back() = m_exact.sum(wider.back(), windows[k]);
            }
            windows.swap(wider);
            width = caps[i]->minutes;
        }
        addSavings(*caps[i], components[i], windows, caps[i]->scope == CapScope::Rent ? all - whole : 0);
    }
}

void Stack::addFloor() {
    if (m_total >= 0)
        return;
    Line line;
    line.kind = LineKind::Floor;
    line.rate = line.amount = -m_total;
    add(line);
}

void Stack::addBenefit(const Benefit &benefit, int part, bool isTaken) {
    Line line;
    line.kind = benefit.kind == BenefitKind::Pass ? LineKind::Pass : LineKind::Code;
    line.part = part;
    Rate worth = 0;
    switch (benefit.effect) {
    case BenefitEffect::FreeMinutes:
        line.unit = Unit::Minutes;
        line.quantity = std::min(benefit.value, m_ride.minutes());
        worth = timeCharge(line.quantity);
        break;
    case BenefitEffect::Percent:
        line.unit = Unit::Percent;
        line.rate = -benefit.value;
        worth = m_exact.share(m_total, benefit.value);
        break;
    case BenefitEffect::Amount:
        line.rate = -benefit.value;
        worth = benefit.value;
        break;
    }
    const Rate most = std::min(m_total, benefit.most.value_or(m_total));
    line.amount = isTaken ? -std::clamp<Rate>(worth, 0, most) : 0;
    line.isCut = line.amount != -worth;
    add(line);
}

void Stack::addRounding() {
    m_quote.due = roundedUp(m_total);
    Line line;
    line.kind = LineKind::Rounding;
    line.rate = line.amount = m_exact.sum(m_exact.product(m_quote.due, perTwd), -m_total);
    if (line.amount != 0)
        add(line);
}

void Stack::addCredit(const Benefit &benefit, int part, bool isTaken) {
    Line line;
    line.kind = LineKind::Credit;
    line.part = part;
    line.rate = -benefit.value;
    line.amount = isTaken ? -std::min({m_total, benefit.value, benefit.most.value_or(m_total)}) : 0;
    line.isCut = line.amount != line.rate;
    add(line);
    m_quote.due = m_total / perTwd;
}

Result<Quote> Stack::finish() {
    if (m_exact.isOver())
        return failure(ErrorKind::InvalidInput, "overflow", "The fare is larger than any amount there is.");
    return std::move(m_quote);
}

} // namespace wemo::pricing
