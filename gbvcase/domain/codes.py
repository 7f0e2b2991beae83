"""The closed lists of answers: a code is stored for ever, its labels may change.

The short lists stand here, one line an answer. The long official ones (peoples, acts, services,
agencies, ...) are the files of `resources/codes`, which are the list. A code is never renamed or
used again; it is retired with a date, or hidden where it does not occur.
"""

import csv
from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Any, Self

from gbvcase.domain.marking import Say
from gbvcase.resources import resource

HIDDEN = True


class Code(Enum):
    """One answer of a closed list: the code is stored, the label is shown."""

    label: str
    label_vi: str
    group: str
    hidden: bool
    retired: date | None

    def __new__(  # noqa: PLR0913, PLR0917 - one line an answer stands in the lists
        cls,
        code: str,
        label: str,
        label_vi: str,
        group: str = "",
        hidden: bool = False,
        retired: date | None = None,
    ) -> Self:
        member = object.__new__(cls)
        member._value_ = code
        member.label, member.label_vi, member.group = label, label_vi, group
        member.hidden, member.retired = hidden, retired
        return member

    @property
    def code(self) -> str:
        """Return what is stored."""
        return str(self.value)

    def said(self, say: Say) -> str:
        """Return the label in the language of a screen or a paper."""
        return self.label_vi if say.language == "vi" else self.label

    @classmethod
    def of(cls, code: str) -> Self:
        """Return the answer that was stored as this code; ValueError if there is none."""
        return cls(code)  # type: ignore[call-arg]

    @classmethod
    def offered(cls, day: date) -> Iterator[Self]:
        """Yield the answers that a form offers on a day: not hidden, not retired by then."""
        return (c for c in cls if not c.hidden and (c.retired is None or c.retired > day))


def rows_of(name: str) -> list[dict[str, str]]:
    """Read a code list file of `resources/codes`."""
    with resource(f"codes/{name}").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def listed(
    name: str, code: str = "code", en: str = "label_en", vi: str = "label_vi", group: str = ""
) -> dict[str, tuple[Any, ...]]:
    """Return the members of a list that stands in a file, for the body of its class."""
    return {
        row[code].upper(): (row[code], row[en] or row[vi], row[vi], row.get(group) or "")
        for row in rows_of(name)
        if row[code] != "unknown"
    }


class NotAnswered(Code):
    """Answers beside every list; `not asked yet` is None, and none of these ever counts as no."""

    UNKNOWN = "unknown", "Unknown", "Không biết"
    NO_ANSWER = "no_answer", "Prefers not to say", "Không muốn trả lời"
    NOT_APPLICABLE = "not_applicable", "Not applicable", "Không áp dụng"


class Abduction(Code):
    NONE = "none", "None", "Không"
    TRAFFICKING = "trafficking", "Trafficking", "Mua bán người"
    KIDNAP_MARRIAGE = "kidnap_marriage", "Taken for marriage", "Bắt giữ để ép kết hôn"
    FORCED_CONSCRIPTION = (
        "forced_conscription",
        "Forced conscription",
        "Cưỡng bức vào lực lượng vũ trang",
        "",
        HIDDEN,
    )
    OTHER = "other", "Other abduction", "Bắt cóc, giam giữ khác"


class ApprovalState(Code):
    NONE = "none", "Not requested", "Chưa trình"
    REQUESTED = "requested", "Requested", "Chờ duyệt"
    APPROVED = "approved", "Approved", "Đã duyệt"
    RETURNED = "returned", "Returned", "Trả lại"
    WITHDRAWN = "withdrawn", "Withdrawn", "Rút lại"


class ApprovalSubject(Code):
    ASSESSMENT = "assessment", "Assessment", "Đánh giá"
    SAFETY_PLAN = "safety_plan", "Safety plan", "Kế hoạch an toàn"
    ACTION_PLAN = "action_plan", "Action plan", "Kế hoạch trợ giúp"
    CONSENT_EXCEPTION = (
        "consent_exception",
        "Sharing without consent",
        "Chia sẻ không có đồng thuận",
    )
    RISK_LOWERED = "risk_lowered", "Lowered risk", "Hạ mức nguy cơ"
    TYPE_OVERRIDE = "type_override", "Changed type", "Điều chỉnh loại hình"
    TRANSFER = "transfer", "Transfer", "Bàn giao"
    CLOSURE = "closure", "Closure", "Đóng hồ sơ"
    REOPEN = "reopen", "Reopening", "Mở lại"
    STAT_RELEASE = "stat_release", "Release of statistics", "Phát hành thống kê"


class AttachmentKind(Code):
    CONSENT_SCAN = "consent_scan", "Consent", "Bản đồng thuận"
    MEDICAL_PAPER = "medical_paper", "Medical paper", "Giấy tờ y tế"
    DECISION = "decision", "Official decision", "Quyết định"
    INJURY_PHOTO = "injury_photo", "Injury photo", "Ảnh thương tích"
    MESSAGE_EVIDENCE = "message_evidence", "Messages", "Tin nhắn"
    OTHER = "other", "Other", "Khác"


class Authority(Code):
    COMMUNE_CHAIR = "commune_chair", "Commune chair", "Chủ tịch UBND cấp xã"
    COURT = "court", "Court", "Tòa án"
    POLICE = "police", "Police", "Công an"
    BORDER_GUARD = "border_guard", "Border guard", "Bộ đội biên phòng"
    OTHER = "other", "Other", "Khác"


class CaregiverRelation(Code):
    MOTHER = "mother", "Mother", "Mẹ"
    FATHER = "father", "Father", "Cha"
    STEP_PARENT = "step_parent", "Step-parent", "Cha, mẹ kế"
    GRANDPARENT = "grandparent", "Grandparent", "Ông, bà"
    SIBLING = "sibling", "Sibling", "Anh, chị, em"
    RELATIVE = "relative", "Other relative", "Người thân khác"
    SPOUSE = "spouse", "Spouse", "Vợ, chồng"
    OTHER = "other", "Other", "Khác"


class CaseStatus(Code):
    DRAFT = "draft", "Draft", "Nháp"
    OPEN = "open", "Active", "Đang hỗ trợ"
    ON_HOLD = "on_hold", "On hold", "Tạm dừng"
    CLOSURE_REQUESTED = "closure_requested", "Waiting to close", "Chờ đóng"
    CLOSED = "closed", "Closed", "Đã đóng"
    TRANSFERRED_OUT = "transferred_out", "Handed over", "Đã bàn giao"
    MERGED = "merged", "Merged", "Đã gộp"
    VOIDED = "voided", "Voided", "Đã hủy"


class CaseStep(Code):
    INTRODUCTION = "introduction", "Introduction", "Tiếp nhận, xây dựng quan hệ"
    ASSESSMENT = "assessment", "Assessment", "Đánh giá"
    PLANNING = "planning", "Planning", "Lập kế hoạch trợ giúp"
    IMPLEMENTATION = "implementation", "Implementation", "Thực hiện kế hoạch"
    FOLLOW_UP = "follow_up", "Follow-up", "Theo dõi, rà soát"
    CLOSURE = "closure", "Closure", "Kết thúc"


class ChildStatus(Code):
    WITH_PARENTS = "with_parents", "With both parents", "Sống với cả cha mẹ"
    WITH_ONE_PARENT = "with_one_parent", "With one parent", "Sống với cha hoặc mẹ"
    WITH_RELATIVES = "with_relatives", "With relatives", "Sống với người thân"
    SEPARATED = "separated", "Separated from caregiver", "Tách khỏi người chăm sóc"
    UNACCOMPANIED = "unaccompanied", "No caregiver", "Không có người chăm sóc"
    ALT_CARE = "alt_care", "Alternative care", "Chăm sóc thay thế"


class ChildrenPresent(Code):
    NO = "no", "Not present", "Không có mặt"
    PRESENT = "present", "Present", "Có mặt"
    WITNESSED = "witnessed", "Saw or heard", "Chứng kiến"
    HARMED = "harmed", "Harmed", "Bị hại"


class ClosureCheck(Code):
    NEEDS_ADDRESSED = (
        "needs_addressed",
        "Needs addressed as planned",
        "Nhu cầu đã được giải quyết theo kế hoạch",
    )
    SAFETY_PLAN_REVIEWED = (
        "safety_plan_reviewed",
        "Safety plan reviewed",
        "Đã rà soát kế hoạch an toàn",
    )
    CLIENT_AGREES = "client_agrees", "Client agrees", "Người bị bạo lực đồng ý"
    TOLD_CAN_RETURN = "told_can_return", "Told she or he can return", "Đã thông báo có thể quay lại"
    REFERRALS_ANSWERED = "referrals_answered", "Referrals answered", "Chuyển gửi đã có phản hồi"
    SUPERVISOR_REVIEWED = (
        "supervisor_reviewed",
        "Reviewed by supervisor",
        "Người giám sát đã rà soát",
    )


class ClosureReason(Code):
    PLAN_COMPLETED = "plan_completed", "Plan completed", "Hoàn thành kế hoạch"
    NO_MORE_NEED = "no_more_need", "No further need", "Không còn nhu cầu"
    CLIENT_REQUEST = "client_request", "Client's request", "Theo yêu cầu"
    NO_CONTACT = "no_contact", "No contact 30 days", "Mất liên hệ 30 ngày"
    MOVED_AWAY = "moved_away", "Left the area", "Chuyển nơi ở"
    TRANSFERRED = "transferred", "Transferred", "Bàn giao đơn vị khác"
    RESOURCE_LIMIT = "resource_limit", "Resources ended", "Hết nguồn lực"
    DECEASED = "deceased", "Deceased", "Đã mất"
    OPENED_IN_ERROR = "opened_in_error", "Opened in error", "Mở nhầm"


class ConsentDecision(Code):
    GIVEN = "given", "Given", "Đồng ý"
    PARTLY = "partly", "Partly", "Đồng ý một phần"
    REFUSED = "refused", "Refused", "Từ chối"


class ConsentException(Code):
    IMMINENT_DANGER = "imminent_danger", "Immediate danger", "Nguy hiểm tức thời"
    MANDATORY_REPORT = "mandatory_report", "Mandatory reporting", "Báo tin bắt buộc theo luật"
    COURT_ORDER = "court_order", "Order of an authority", "Yêu cầu của cơ quan tố tụng"
    INCAPACITY = "incapacity", "Cannot express will", "Không thể bày tỏ ý chí"
    CHILD_BEST_INTEREST = (
        "child_best_interest",
        "Child's best interests",
        "Lợi ích tốt nhất của trẻ em",
    )


class PointExplained(Code):
    PURPOSE = "purpose", "Purpose", "Mục đích"
    RECIPIENTS = "recipients", "Who receives", "Bên nhận thông tin"
    LIMITS_EXPLAINED = "limits_explained", "Limits of confidentiality", "Giới hạn của bảo mật"
    MANDATORY_REPORT = "mandatory_report", "Duty to report", "Nghĩa vụ báo tin"
    RIGHT_REFUSE = "right_refuse", "Right to refuse", "Quyền từ chối"
    RIGHT_WITHDRAW = "right_withdraw", "Right to withdraw", "Quyền rút lại"
    RISKS = "risks", "Possible risks", "Rủi ro có thể có"


class ConsentForm(Code):
    SIGNATURE = "signature", "Signature", "Chữ ký"
    THUMBPRINT = "thumbprint", "Thumbprint", "Điểm chỉ"
    VERBAL_WITNESSED = "verbal_witnessed", "Verbal with witness", "Bằng lời, có người làm chứng"
    VERBAL = "verbal", "Verbal", "Bằng lời"


class ConsentGiver(Code):
    CLIENT = "client", "Client", "Người bị bạo lực"
    CAREGIVER = "caregiver", "Caregiver", "Người chăm sóc"
    GUARDIAN = "guardian", "Legal guardian", "Người giám hộ"
    TRUSTED_ADULT = "trusted_adult", "Trusted adult", "Người lớn tin cậy"
    NONE_EXCEPTION = "none_exception", "None, exception used", "Không lấy được, áp dụng ngoại lệ"


class ConsentPurpose(Code):
    SERVICES = "services", "Case management", "Tham gia quản lý trường hợp"
    REFERRAL = "referral", "Sharing for referral", "Chia sẻ thông tin để chuyển gửi"
    STATISTICS = "statistics", "Anonymous statistics", "Thống kê ẩn danh"
    PHOTO_EVIDENCE = "photo_evidence", "Photo or recording", "Chụp ảnh, ghi âm chứng cứ"
    CONTACT_AFTER = "contact_after", "Contact after closing", "Liên hệ sau khi đóng hồ sơ"


class ConsentState(Code):
    DRAFT = "draft", "Draft", "Nháp"
    GIVEN = "given", "In force", "Còn hiệu lực"
    REFUSED = "refused", "Refused", "Từ chối"
    EXPIRED = "expired", "Expired", "Hết hiệu lực"
    WITHDRAWN = "withdrawn", "Withdrawn", "Đã rút"


class Context(Code):
    """What an incident also is: worked out from its answers, never typed (section 9)."""

    INTIMATE_PARTNER_VIOLENCE = (
        "intimate_partner_violence",
        "Intimate partner violence",
        "Bạo lực từ bạn đời, người yêu hiện tại hoặc cũ",
    )
    CHILD_SEXUAL_ABUSE = "child_sexual_abuse", "Child sexual abuse", "Xâm hại tình dục trẻ em"
    EARLY_MARRIAGE = "early_marriage", "Early marriage", "Tảo hôn"
    POSSIBLE_SEXUAL_EXPLOITATION = (
        "possible_sexual_exploitation",
        "Possible sexual exploitation",
        "Có dấu hiệu bóc lột tình dục",
    )
    POSSIBLE_SEXUAL_SLAVERY = (
        "possible_sexual_slavery",
        "Possible sexual slavery",
        "Có dấu hiệu nô lệ tình dục",
    )
    HARMFUL_PRACTICE = "harmful_practice", "Harmful traditional practice", "Hủ tục có hại"
    TECH_FACILITATED = "tech_facilitated", "Technology-facilitated", "Bạo lực qua công nghệ"
    DOMESTIC = "domestic", "Domestic violence", "Bạo lực gia đình"


class ContactMode(Code):
    VISIT = "visit", "Visit", "Đến nhà"
    OFFICE = "office", "At the office", "Tại đơn vị"
    PHONE = "phone", "Phone", "Điện thoại"
    SAFE_MESSAGE = "safe_message", "Agreed message", "Tin nhắn theo quy ước"
    NO_CONTACT = "no_contact", "Not reached", "Không liên hệ được"


class ContactRule(Code):
    CALL_FREELY = "call_freely", "May be called", "Được gọi bất cứ lúc nào"
    CALL_HOURS = "call_hours", "Only in safe hours", "Chỉ gọi trong giờ an toàn"
    VIA_TRUSTED = "via_trusted", "Through a trusted person", "Qua người tin cậy"
    NEVER_CONTACT = "never_contact", "Never contact", "Không được liên hệ"


class CopyKept(Code):
    NO_COPY = "no_copy", "No copy", "Không giữ bản sao"
    MEMORISED = "memorised", "Memorised", "Ghi nhớ"
    TRUSTED_PERSON = "trusted_person", "With trusted person", "Người tin cậy giữ"
    WITH_CLIENT = "with_client", "With client", "Người bị bạo lực giữ"
    DIGITAL = "digital", "On phone", "Trên điện thoại"


class Direction(Code):
    OUT = "out", "Out", "Chuyển đi"
    IN = "in", "In", "Chuyển đến"


class Disability(Code):
    NONE = "none", "None", "Không"
    MOBILITY = "mobility", "Mobility", "Vận động"
    HEARING_SPEECH = "hearing_speech", "Hearing, speech", "Nghe, nói"
    VISION = "vision", "Vision", "Nhìn"
    MENTAL = "mental", "Neurological, mental", "Thần kinh, tâm thần"
    INTELLECTUAL = "intellectual", "Intellectual", "Trí tuệ"
    OTHER = "other", "Other", "Khác"


class DisclosureLine(Code):
    """The lines of the disclosure profiles (section 26): what may stand on a referral form."""

    PERSON = "person", "Name, birth year, sex", "Họ tên, năm sinh, giới tính"
    CONTACT = "contact", "Phone, address", "Điện thoại, nơi ở"
    PERSONAL_ID = "personal_id", "Personal ID number", "Số định danh cá nhân"
    LANGUAGE_ACCESS = (
        "language_access",
        "Language, disability, interpreter",
        "Ngôn ngữ, khuyết tật, phiên dịch",
    )
    INCIDENT_TIME = "incident_time", "When it happened", "Thời điểm xảy ra"
    VIOLENCE_TYPE = "violence_type", "Form of violence", "Hình thức bạo lực"
    HEALTH = "health", "Injuries, pregnancy, time window", "Thương tích, thai sản, khung giờ"
    ACCOUNT = "account", "Account of what happened", "Lời kể về vụ việc"
    PERPETRATOR_IDENTITY = (
        "perpetrator_identity",
        "Who the alleged perpetrator is",
        "Nhân thân người gây bạo lực",
    )
    PERPETRATOR_RELATION = (
        "perpetrator_relation",
        "Relationship, living together",
        "Quan hệ, có đang sống chung",
    )
    RISK = "risk", "Risk level, warning signs", "Mức nguy cơ, dấu hiệu cảnh báo"
    CHILDREN = "children", "Children: number and ages", "Trẻ em: số lượng và tuổi"
    ECONOMIC = "economic", "Economic needs", "Nhu cầu kinh tế"


class Distress(Code):
    FEAR = "fear", "Fear", "Sợ hãi"
    SLEEP = "sleep", "Poor sleep", "Mất ngủ"
    SADNESS = "sadness", "Sadness", "Buồn bã"
    HOPELESS = "hopeless", "Hopelessness", "Tuyệt vọng"
    ANGER = "anger", "Anger", "Giận dữ"
    NUMB = "numb", "Numbness", "Tê liệt cảm xúc"
    FLASHBACK = "flashback", "Flashbacks", "Hồi tưởng ám ảnh"
    SELF_HARM = "self_harm", "Self-harm", "Tự gây thương tích"
    WITHDRAWAL = "withdrawal", "Withdrawal", "Thu mình"
    OTHER = "other", "Other", "Khác"


class Escort(Code):
    NONE = "none", "None", "Không"
    WORKER = "worker", "Worker", "Nhân viên"
    VOLUNTEER = "volunteer", "Volunteer", "Cộng tác viên"
    FAMILY = "family", "Family", "Người thân"
    POLICE = "police", "Police", "Công an"


class Evidence(Code):
    PHOTO = "photo", "Photo", "Ảnh"
    MESSAGE = "message", "Messages", "Tin nhắn"
    MEDICAL_PAPER = "medical_paper", "Medical papers", "Giấy tờ y tế"
    WITNESS = "witness", "Witness", "Người làm chứng"
    OBJECT = "object", "Object", "Đồ vật"


class FeedbackSource(Code):
    SLIP = "slip", "Reply slip", "Phiếu phản hồi"
    PHONE = "phone", "Phone", "Điện thoại"
    VISIT = "visit", "Visit", "Gặp trực tiếp"
    CLIENT_TOLD_US = "client_told_us", "Client told us", "Người bị bạo lực cho biết"
    DOCUMENT = "document", "Official document", "Văn bản"


class Functioning(Code):
    GOOD = "good", "Copes as usual", "Bình thường"
    REDUCED = "reduced", "Reduced", "Suy giảm"
    POOR = "poor", "Very poor", "Rất kém"


class GbvType(Code):
    RAPE = "rape", "Rape", "Hiếp dâm"
    SEXUAL_ASSAULT = "sexual_assault", "Sexual assault", "Xâm hại tình dục khác (không xâm nhập)"
    PHYSICAL_ASSAULT = "physical_assault", "Physical assault", "Bạo lực thể chất"
    FORCED_MARRIAGE = "forced_marriage", "Forced marriage", "Cưỡng ép kết hôn, tảo hôn"
    DENIAL_OF_RESOURCES = (
        "denial_of_resources",
        "Denial of resources, opportunities, services",
        "Tước đoạt nguồn lực, cơ hội, dịch vụ",
    )
    PSYCHOLOGICAL_ABUSE = (
        "psychological_abuse",
        "Psychological or emotional abuse",
        "Bạo lực tinh thần, tâm lý",
    )
    NON_GBV = "non_gbv", "Not GBV", "Không phải bạo lực trên cơ sở giới"


class GenderIdentity(Code):
    WOMAN = "woman", "Woman", "Nữ"
    MAN = "man", "Man", "Nam"
    TRANS_WOMAN = "trans_woman", "Trans woman", "Người chuyển giới nữ"
    TRANS_MAN = "trans_man", "Trans man", "Người chuyển giới nam"
    NON_BINARY = "non_binary", "Non-binary", "Phi nhị nguyên giới"
    OTHER = "other", "Other", "Khác"


class Handover(Code):
    CLIENT_CARRIES = "client_carries", "Client carries it", "Người bị bạo lực mang theo"
    WORKER_DELIVERS = "worker_delivers", "Delivered by worker", "Nhân viên giao tận nơi"
    PHONE_CALL = "phone_call", "Phone call", "Gọi điện"
    SEALED_MAIL = "sealed_mail", "Sealed letter", "Thư niêm phong"
    ENCRYPTED_FILE = "encrypted_file", "Encrypted file", "Tệp mã hóa"
    MEETING = "meeting", "In a meeting", "Tại cuộc họp"


class HarmfulPractice(Code):
    NONE = "none", "None", "Không"
    CHILD_MARRIAGE = "child_marriage", "Child marriage", "Tảo hôn"
    BRIDE_KIDNAP = "bride_kidnap", "Taking a wife by force", "Bắt vợ"
    BRIDE_PRICE = "bride_price", "Coercive bride-price", "Ép buộc liên quan thách cưới"
    LEVIRATE = "levirate", "Forced marriage to spouse's kin", 'Ép "nối dây" (nối nòi)'
    SEX_SELECTION = (
        "sex_selection",
        "Pressure for a son, sex selection",
        "Ép sinh con trai, lựa chọn giới tính thai nhi",
    )
    CONSANGUINEOUS = "consanguineous", "Forced kin marriage", "Ép hôn nhân cận huyết"
    SORCERY_ACCUSATION = (
        "sorcery_accusation",
        "Accusation of sorcery",
        'Nghi kỵ "ma lai", "thuốc thư"',
    )
    GENITAL_CUTTING = "genital_cutting", "Genital cutting", "Cắt bộ phận sinh dục nữ", "", HIDDEN
    OTHER = "other", "Other", "Khác"


class HeardFrom(Code):
    FAMILY_FRIEND = "family_friend", "Family or friend", "Người thân, bạn bè"
    NEIGHBOR = "neighbor", "Neighbour", "Hàng xóm"
    OTHER_AGENCY = "other_agency", "Another agency", "Đơn vị khác"
    COMMUNITY_TALK = "community_talk", "Community meeting", "Sinh hoạt cộng đồng"
    MEDIA = "media", "Media", "Báo, đài, mạng xã hội"
    LEAFLET = "leaflet", "Leaflet", "Tờ rơi"
    HOTLINE = "hotline", "Hotline", "Tổng đài"
    OTHER = "other", "Other", "Khác"


class HotlineOffered(Code):
    LINE_111 = "111", "Child protection line 111", "Tổng đài 111"
    PROVINCIAL = "provincial", "Provincial line", "Đường dây nóng của tỉnh"
    WOMENS_UNION = "womens_union", "Women's Union line", "Đường dây của Hội Liên hiệp Phụ nữ"


class Income(Code):
    OWN_FARM = "own_farm", "Own farming", "Làm nông tự túc"
    WAGE = "wage", "Wages", "Tiền công, tiền lương"
    TRADE = "trade", "Trade", "Buôn bán"
    ALLOWANCE = "allowance", "Social allowance", "Trợ cấp xã hội"
    FAMILY = "family", "From family", "Gia đình chu cấp"
    NONE = "none", "None", "Không có"


class InformationGiven(Code):
    RIGHTS = "rights", "Rights", "Quyền của người bị bạo lực"
    SERVICES = "services", "Services", "Dịch vụ sẵn có"
    LEGAL_OPTIONS = "legal_options", "Legal options", "Lựa chọn pháp lý"
    SAFETY_TIPS = "safety_tips", "Safety advice", "Hướng dẫn an toàn"
    HEALTH_72H = "health_72h", "Care within 72 h", "Chăm sóc y tế trong 72 giờ"
    HOTLINE = "hotline", "Hotlines", "Số tổng đài"


class InfoItem(Code):
    IDENTITY = "identity", "Identity", "Nhân thân"
    CONTACT = "contact", "Contact details", "Thông tin liên hệ"
    INCIDENT_SUMMARY = "incident_summary", "Short incident summary", "Tóm tắt vụ việc"
    INCIDENT_ACCOUNT = "incident_account", "Full account", "Lời kể đầy đủ"
    HEALTH = "health", "Health", "Sức khỏe"
    PERPETRATOR = "perpetrator", "Perpetrator", "Người có hành vi bạo lực"
    RISK = "risk", "Risk level", "Mức nguy cơ"
    CHILDREN = "children", "Children", "Con cái"
    ECONOMIC = "economic", "Economic situation", "Kinh tế"


class Injury(Code):
    NONE = "none", "None", "Không"
    MINOR = "minor", "Minor", "Nhẹ"
    MODERATE = "moderate", "Needs treatment", "Cần điều trị"
    SEVERE = "severe", "Severe", "Nặng"
    CRITICAL = "critical", "Life-threatening", "Nguy hiểm tính mạng"


class ItemState(Code):
    PLANNED = "planned", "Planned", "Dự kiến"
    DOING = "doing", "In progress", "Đang làm"
    DONE = "done", "Done", "Hoàn thành"
    DROPPED = "dropped", "Dropped", "Không thực hiện"


class Language(Code):
    VI = "vi", "Vietnamese", "Tiếng Việt"
    JARAI = "jarai", "Jarai", "Tiếng Gia Rai"
    BAHNAR = "bahnar", "Bahnar", "Tiếng Ba Na"
    EDE = "ede", "Rade", "Tiếng Ê Đê"
    HRE = "hre", "Hre", "Tiếng Hrê"
    CHAM = "cham", "Cham", "Tiếng Chăm"
    TAY_NUNG = "tay_nung", "Tay-Nung", "Tiếng Tày, Nùng"
    HMONG = "hmong", "Hmong", "Tiếng Mông"
    SIGN = "sign", "Sign language", "Ngôn ngữ ký hiệu"
    OTHER = "other", "Other", "Khác"


class LivingWith(Code):
    SPOUSE = "spouse", "Spouse", "Vợ, chồng"
    PARTNER = "partner", "Partner", "Bạn tình"
    PARENTS = "parents", "Own parents", "Cha mẹ đẻ"
    IN_LAWS = "in_laws", "Parents-in-law", "Gia đình chồng, vợ"
    CHILDREN = "children", "Children", "Con"
    RELATIVES = "relatives", "Relatives", "Họ hàng"
    ALONE = "alone", "Alone", "Một mình"
    SHELTER = "shelter", "Shelter", "Nơi tạm lánh"
    OTHER = "other", "Other", "Khác"


class MeasureDecision(Code):
    PENDING = "pending", "Pending", "Chờ quyết định"
    GRANTED = "granted", "Granted", "Áp dụng"
    REFUSED = "refused", "Refused", "Không áp dụng"
    CANCELLED = "cancelled", "Cancelled", "Hủy bỏ"


class MeasureState(Code):
    REQUESTED = "requested", "Requested", "Đã đề nghị"
    GRANTED = "granted", "Granted", "Đã quyết định"
    RUNNING = "running", "In force", "Đang hiệu lực"
    BREACHED = "breached", "Breached", "Bị vi phạm"
    ENDED = "ended", "Ended", "Hết hiệu lực"
    REFUSED = "refused", "Refused", "Không áp dụng"
    CANCELLED = "cancelled", "Cancelled", "Hủy bỏ"


class Mediation(Code):
    NONE = "none", "None", "Không"
    ASKED_BY_CLIENT = "asked_by_client", "Asked by client", "Người bị bạo lực đề nghị"
    ASKED_BY_OTHERS = "asked_by_others", "Asked by others", "Người khác đề nghị"
    DONE = "done", "Held", "Đã hòa giải"
    REFUSED = "refused", "Refused", "Từ chối"


class NeedDomain(Code):
    SAFETY = "safety", "Safety", "An toàn"
    HEALTH = "health", "Health", "Sức khỏe"
    PSYCHOSOCIAL = "psychosocial", "Psychosocial", "Tâm lý, xã hội"
    JUSTICE = "justice", "Justice", "Pháp lý"
    PRACTICAL = "practical", "Practical, material", "Vật chất, sinh kế"
    CHILD = "child", "Children's needs", "Nhu cầu của trẻ"
    OTHER = "other", "Other", "Khác"


class NeedLevel(Code):
    NONE = "none", "None", "Không"
    SOME = "some", "Some", "Có"
    URGENT = "urgent", "Urgent", "Khẩn cấp"


class NeedsMet(Code):
    FULLY = "fully", "Fully", "Đầy đủ"
    MOSTLY = "mostly", "Mostly", "Phần lớn"
    PARTLY = "partly", "Partly", "Một phần"
    NOT_MET = "not_met", "Not met", "Chưa đáp ứng"


class PaperKind(Code):
    CASE_SUMMARY = "case_summary", "Summary of the case", "Tóm tắt hồ sơ"
    CONSENT_FORM = "consent_form", "Consent form", "Phiếu đồng ý"
    ENVELOPE = "envelope", "Label for the envelope", "Nhãn phong bì"
    INTAKE_FORM = "intake_form", "Empty intake form", "Phiếu tiếp nhận trống"
    REFERRAL_FORM = "referral_form", "Referral form", "Phiếu chuyển gửi"


class Pattern(Code):
    SINGLE = "single", "Single event", "Một lần"
    REPEATED = "repeated", "Repeated", "Lặp lại"
    ONGOING = "ongoing", "Ongoing", "Đang tiếp diễn"


class PerpetratorAge(Code):
    AGE_0_11 = "0_11", "0-11", "0-11 tuổi"
    AGE_12_15 = "12_15", "12-15", "12-15 tuổi"
    AGE_16_17 = "16_17", "16-17", "16-17 tuổi"
    AGE_18_25 = "18_25", "18-25", "18-25 tuổi"
    AGE_26_40 = "26_40", "26-40", "26-40 tuổi"
    AGE_41_59 = "41_59", "41-59", "41-59 tuổi"
    AGE_60_PLUS = "60_plus", "60 and over", "Từ 60 tuổi"


class PerpetratorCount(Code):
    NONE = "0", "0", "0"
    ONE = "1", "1", "1"
    TWO = "2", "2", "2"
    THREE = "3", "3", "3"
    MORE = "more_than_3", "More than 3", "Trên 3"


class PerpetratorRole(Code):
    PRIMARY = "primary", "Primary", "Chính"
    SECONDARY = "secondary", "Other", "Khác"


class PlaceType(Code):
    CLIENT_HOME = "client_home", "Client's home", "Nhà người bị bạo lực"
    PERPETRATOR_HOME = "perpetrator_home", "Perpetrator's home", "Nhà người có hành vi bạo lực"
    SHARED_HOME = "shared_home", "Shared home", "Nhà chung"
    RELATIVE_HOME = "relative_home", "Relative's home", "Nhà người thân"
    WORKPLACE = "workplace", "Workplace", "Nơi làm việc"
    SCHOOL = "school", "School", "Trường học"
    FIELD_FOREST = "field_forest", "Field, forest", "Nương rẫy, rừng"
    ROAD = "road", "Road", "Đường đi"
    RIVER_STREAM = "river_stream", "River, stream", "Sông, suối"
    PUBLIC_PLACE = "public_place", "Market, public place", "Chợ, nơi công cộng"
    LODGING = "lodging", "Guest house, hotel", "Nhà nghỉ, khách sạn"
    VEHICLE = "vehicle", "Vehicle", "Trên phương tiện"
    ONLINE = "online", "Online", "Trên mạng"
    OTHER = "other", "Other", "Khác"


class PlanState(Code):
    DRAFT = "draft", "Draft", "Nháp"
    ACTIVE = "active", "Active", "Đang áp dụng"
    SUPERSEDED = "superseded", "Replaced", "Đã thay thế"
    ENDED = "ended", "Ended", "Kết thúc"


class HouseholdStatus(Code):
    POOR = "poor", "Poor household", "Hộ nghèo"
    NEAR_POOR = "near_poor", "Near-poor household", "Hộ cận nghèo"
    POLICY = "policy", "Policy-beneficiary household", "Gia đình chính sách"
    NONE = "none", "None of these", "Không thuộc diện"


class Pregnancy(Code):
    NO = "no", "No", "Không"
    PREGNANT = "pregnant", "Pregnant", "Đang mang thai"
    CHILD_U36M = "child_u36m", "Has a child under 36 months", "Đang nuôi con dưới 36 tháng tuổi"


class PrintPurpose(Code):
    FOR_THE_PERSON = (
        "for_the_person",
        "Given to the person supported",
        "Giao cho người được hỗ trợ",
    )
    FOR_THE_RECEIVER = (
        "for_the_receiver",
        "Sent to the receiving agency",
        "Gửi cơ quan nhận",
    )
    FOR_THE_FILE = "for_the_file", "Kept in the paper file", "Lưu hồ sơ giấy"


class Progress(Code):
    NOT_STARTED = "not_started", "Not started", "Chưa bắt đầu"
    IN_PROGRESS = "in_progress", "In progress", "Đang thực hiện"
    MET = "met", "Met", "Đạt"


class ProviderStatus(Code):
    ACTIVE = "active", "Active", "Đang hoạt động"
    SUSPENDED = "suspended", "Suspended", "Tạm ngừng"
    CLOSED = "closed", "Closed", "Đã đóng"


class ReceivingPoint(Code):
    COMMUNE_PC = "commune_pc", "Commune people's committee", "UBND cấp xã"
    POLICE_BORDER = "police_border", "Nearest police or border post", "Công an, Đồn Biên phòng"
    SCHOOL = "school", "School of the pupil", "Cơ sở giáo dục"
    VILLAGE_HEAD = (
        "village_head",
        "Village head, Front committee head",
        "Trưởng thôn, tổ trưởng tổ dân phố, Trưởng Ban công tác Mặt trận",
    )
    MASS_ORG_HEAD = (
        "mass_org_head",
        "Head of a commune mass organisation",
        "Người đứng đầu tổ chức chính trị - xã hội cấp xã",
    )
    NATIONAL_HOTLINE = "national_hotline", "National hotline", "Tổng đài điện thoại quốc gia"
    CHILD_HOTLINE_111 = (
        "child_hotline_111",
        "Child hotline 111",
        "Tổng đài quốc gia bảo vệ trẻ em 111",
    )


class RecordSource(Code):
    ENTERED = "entered", "Entered", "Nhập trực tiếp"
    IMPORTED = "imported", "Imported", "Nhập từ tệp"
    MERGED = "merged", "Merged", "Gộp hồ sơ"


class ReferralDecline(Code):
    NO_CAPACITY = "no_capacity", "No capacity", "Không đủ khả năng"
    OUT_OF_SCOPE = "out_of_scope", "Outside mandate", "Không thuộc chức năng"
    NO_DOCUMENTS = "no_documents", "Papers missing", "Thiếu giấy tờ"
    COST = "cost", "Cost", "Chi phí"
    DISTANCE = "distance", "Distance", "Xa"
    UNSAFE = "unsafe", "Unsafe", "Không an toàn"
    OTHER = "other", "Other", "Khác"


class ReferralOutcome(Code):
    RECEIVED_FULL = "received_full", "Service received", "Đã nhận đủ dịch vụ"
    RECEIVED_PARTIAL = "received_partial", "Partly received", "Nhận một phần"
    WAITING = "waiting", "On waiting list", "Đang chờ"
    NOT_RECEIVED = "not_received", "Not received", "Không nhận được"
    CLIENT_STOPPED = "client_stopped", "Client stopped", "Người bị bạo lực dừng"


class ReferralStatus(Code):
    DRAFT = "draft", "Draft", "Bản nháp"
    READY = "ready", "Ready", "Sẵn sàng"
    SENT = "sent", "Sent", "Đã gửi"
    ACKNOWLEDGED = "acknowledged", "Received", "Đã nhận"
    IN_SERVICE = "in_service", "In progress", "Đang thực hiện"
    COMPLETED = "completed", "Done", "Hoàn thành"
    NO_RESPONSE = "no_response", "No answer", "Chưa trả lời"
    DECLINED_PROVIDER = "declined_provider", "Declined by provider", "Đơn vị từ chối"
    DECLINED_CLIENT = "declined_client", "Declined by client", "Người bị bạo lực từ chối"
    CANCELLED = "cancelled", "Cancelled", "Hủy"
    REVOKED = "revoked", "Withdrawn", "Đã rút lại"


class ReferredFrom(Code):
    SELF_REFERRAL = "self_referral", "Self, first contact", "Tự tìm đến"
    FAMILY_NEIGHBOR = "family_neighbor", "Family, neighbour", "Người thân, hàng xóm"
    HEALTH = "health", "Health service", "Cơ sở y tế", "provider"
    POLICE = "police", "Police", "Công an", "provider"
    COMMUNE_PC = "commune_pc", "Commune people's committee", "UBND cấp xã", "provider"
    WOMENS_UNION = "womens_union", "Women's Union", "Hội LHPN", "provider"
    SCHOOL = "school", "School", "Trường học", "provider"
    VILLAGE_HEAD = "village_head", "Village head, elder", "Trưởng thôn, già làng, người có uy tín"
    HOTLINE = "hotline", "Hotline", "Tổng đài", "provider"
    LEGAL = "legal", "Legal aid, court", "Trợ giúp pháp lý, tòa án", "provider"
    SOCIAL_WORK = "social_work", "Social work service", "Dịch vụ công tác xã hội", "provider"
    SHELTER = "shelter", "Shelter", "Nơi tạm lánh", "provider"
    NGO = "ngo", "NGO", "Tổ chức xã hội", "provider"
    OTHER = "other", "Other", "Khác"


class Relationship(Code):
    SPOUSE = "spouse", "Spouse", "Vợ, chồng", "partner_family"
    EX_SPOUSE = "ex_spouse", "Former spouse", "Vợ, chồng cũ", "partner_family"
    COHABITING = (
        "cohabiting",
        "Living as married",
        "Người chung sống như vợ chồng",
        "partner_family",
    )
    EX_COHABITING = (
        "ex_cohabiting",
        "Formerly living as married",
        "Người từng chung sống như vợ chồng",
        "partner_family",
    )
    DATING = "dating", "Boyfriend, girlfriend", "Người yêu", "partner"
    EX_DATING = "ex_dating", "Former boyfriend, girlfriend", "Người yêu cũ", "partner"
    PARENT = "parent", "Parent", "Cha, mẹ", "family"
    STEP_PARENT = "step_parent", "Step-parent", "Cha dượng, mẹ kế", "family"
    OTHER_CAREGIVER = "other_caregiver", "Other caregiver", "Người chăm sóc khác", "family"
    CHILD = "child", "Child", "Con", "family"
    SIBLING = "sibling", "Sibling", "Anh, chị, em", "family"
    GRANDPARENT = "grandparent", "Grandparent", "Ông, bà", "family"
    IN_LAW = "in_law", "In-law", "Gia đình chồng, gia đình vợ", "family"
    OTHER_RELATIVE = "other_relative", "Other relative", "Họ hàng khác", "family"
    EMPLOYER = "employer", "Employer, superior", "Người sử dụng lao động, cấp trên", "known"
    SCHOOLMATE = "schoolmate", "Schoolmate", "Bạn học", "known"
    TEACHER = "teacher", "Teacher, school staff", "Giáo viên, nhân viên nhà trường", "known"
    SERVICE_PROVIDER = "service_provider", "Service provider", "Người cung cấp dịch vụ", "known"
    OFFICIAL = "official", "Official, security force", "Cán bộ, lực lượng chức năng", "known"
    HOUSEHOLD = (
        "household",
        "Same house, not family",
        "Người ở cùng nhà, không phải gia đình",
        "known",
    )
    NEIGHBOR = "neighbor", "Neighbour, acquaintance", "Hàng xóm, người quen", "known"
    DISPLACED_PERSON = "displaced_person", "Displaced person", "Người di dời", "known", HIDDEN
    COLLEAGUE = "colleague", "Colleague", "Đồng nghiệp", "known"
    ONLINE_CONTACT = "online_contact", "Met online", "Người quen qua mạng", "known"
    COMMUNITY = "community", "Community member", "Người trong cộng đồng", "known"
    OTHER = "other", "Other", "Khác", "known"
    STRANGER = "stranger", "Stranger", "Người lạ", "stranger"


class Religion(Code):
    NONE = "none", "None", "Không"
    BUDDHIST = "buddhist", "Buddhist", "Phật giáo"
    CATHOLIC = "catholic", "Catholic", "Công giáo"
    PROTESTANT = "protestant", "Protestant", "Tin lành"
    CAO_DAI = "cao_dai", "Cao Dai", "Cao Đài"
    TRADITIONAL = "traditional", "Traditional beliefs", "Tín ngưỡng truyền thống"
    OTHER = "other", "Other", "Khác"


class ReportChannel(Code):
    IN_PERSON = "in_person", "In person", "Trực tiếp"
    PHONE = "phone", "Phone", "Gọi điện"
    MESSAGE = "message", "Text message", "Nhắn tin"
    LETTER = "letter", "Letter, petition", "Đơn, thư"
    HOTLINE = "hotline", "Hotline", "Tổng đài"
    OUTREACH = "outreach", "Outreach", "Đi cơ sở"
    ONLINE = "online", "Online", "Trực tuyến"


class ReportDelayBand(Code):
    D0_3 = "d0_3", "0-3 days", "0-3 ngày"
    D4_5 = "d4_5", "4-5 days", "4-5 ngày"
    D6_14 = "d6_14", "6-14 days", "6-14 ngày"
    D15_30 = "d15_30", "15-30 days", "15-30 ngày"
    D31_90 = "d31_90", "31-90 days", "31-90 ngày"
    D91_365 = "d91_365", "91-365 days", "91-365 ngày"
    D366_PLUS = "d366_plus", "Over a year", "Trên một năm"


class ReportedElsewhere(Code):
    NO = "no", "No", "Chưa báo"
    NETWORK_MEMBER = (
        "network_member",
        "Yes, an agency in the same reporting network",
        "Có, đơn vị cùng mạng lưới báo cáo",
    )
    OUTSIDE_NETWORK = "outside_network", "Yes, another body", "Có, nơi khác"


class Reporter(Code):
    SURVIVOR = "survivor", "Survivor", "Người bị bạo lực"
    FAMILY = "family", "Family member", "Người thân"
    NEIGHBOR = "neighbor", "Neighbour", "Hàng xóm"
    OFFICIAL = "official", "Official", "Cán bộ"
    PROFESSIONAL = "professional", "Service professional", "Nhân viên cung cấp dịch vụ"
    ANONYMOUS = "anonymous", "Anonymous", "Ẩn danh"
    OTHER = "other", "Other", "Khác"


class Responsible(Code):
    CLIENT = "client", "Client", "Người bị bạo lực"
    WORKER = "worker", "Worker", "Nhân viên"
    PROVIDER = "provider", "Provider", "Đơn vị dịch vụ"
    FAMILY = "family", "Family", "Gia đình"


class ReviewItem(Code):
    CONSENT_PRESENT = "consent_present", "Consent present", "Có đồng thuận"
    RISK_DONE = "risk_done", "Risk assessed", "Đã đánh giá nguy cơ"
    SAFETY_FITS_RISK = (
        "safety_fits_risk",
        "Safety plan fits risk",
        "Kế hoạch an toàn phù hợp nguy cơ",
    )
    CLIENT_WISH = "client_wish", "Plan follows client's wishes", "Kế hoạch theo nguyện vọng"
    REFERRALS_ANSWERED = "referrals_answered", "Referrals answered", "Chuyển gửi có phản hồi"
    FOLLOWUP_ON_TIME = "followup_on_time", "Follow-up on time", "Theo dõi đúng hạn"
    NOTES_FACTUAL = "notes_factual", "Notes factual", "Ghi chép khách quan"
    DATA_COMPLETE = "data_complete", "Data complete", "Dữ liệu đầy đủ"


class ReviewType(Code):
    CASE_REVIEW = "case_review", "Case review", "Rà soát hồ sơ"
    OBSERVATION = "observation", "Observation", "Quan sát"
    PEER = "peer", "Peer review", "Đồng nghiệp góp ý"
    COMPLAINT = "complaint", "Complaint", "Khiếu nại"


class RiskLevel(Code):
    LOW = "low", "Low", "Thấp"
    MEDIUM = "medium", "Medium", "Vừa"
    HIGH = "high", "High", "Cao"
    EXTREME = "extreme", "Extreme", "Rất cao"


class Role(Code):
    CASEWORKER = "caseworker", "Caseworker", "Nhân viên quản lý trường hợp"
    SUPERVISOR = "supervisor", "Supervisor", "Người giám sát chuyên môn"
    DATA_FOCAL = "data_focal", "Statistics focal point", "Cán bộ thống kê"
    RECEPTION = "reception", "Reception", "Cán bộ tiếp nhận"
    PARTNER_VIEWER = "partner_viewer", "Partner", "Đơn vị phối hợp"
    ADMINISTRATOR = "administrator", "Administrator", "Quản trị hệ thống"


class SafetyNow(Code):
    SAFER = "safer", "Safer", "An toàn hơn"
    SAME = "same", "Same", "Như cũ"
    WORSE = "worse", "Worse", "Xấu hơn"


class SchoolStatus(Code):
    IN_SCHOOL = "in_school", "In school", "Đang đi học"
    DROPPED_OUT = "dropped_out", "Left school", "Đã bỏ học"
    NEVER = "never", "Never attended", "Chưa từng đi học"
    GRADUATED = "graduated", "Finished", "Đã tốt nghiệp"


class Sector(Code):
    SHELTER = "shelter", "Shelter", "Tạm lánh"
    HEALTH = "health", "Health", "Y tế"
    PSYCHOSOCIAL = "psychosocial", "Psychosocial", "Tâm lý, xã hội"
    LEGAL = "legal", "Legal", "Pháp lý"
    POLICE = "police", "Police, security", "Công an, an ninh"
    LIVELIHOOD = "livelihood", "Livelihood", "Sinh kế, kinh tế"
    CHILD_PROTECTION = "child_protection", "Child protection, education", "Bảo vệ trẻ em, giáo dục"
    OTHER = "other", "Other", "Khác"


class ServiceMode(Code):
    FACE_TO_FACE = "face_to_face", "Face to face", "Trực tiếp"
    PHONE = "phone", "Phone", "Điện thoại"
    VIDEO = "video", "Video", "Trực tuyến"
    HOME_VISIT = "home_visit", "Home visit", "Tại nhà"
    OUTREACH = "outreach", "Outreach", "Tại cộng đồng"


class ServiceOutcome(Code):
    COMPLETED = "completed", "Completed", "Hoàn thành"
    PARTIAL = "partial", "Partial", "Một phần"
    MISSED = "missed", "Missed", "Không đến"
    STOPPED = "stopped", "Stopped", "Dừng giữa chừng"


class ServiceStatus(Code):
    REFERRED = "referred", "Referred", "Đã chuyển gửi"
    PROVIDED_BY_US = "provided_by_us", "Provided by us", "Đơn vị đã cung cấp"
    ALREADY_RECEIVED = "already_received", "Already received elsewhere", "Đã nhận ở nơi khác"
    NOT_NEEDED = "not_needed", "Not needed", "Không có nhu cầu"
    CLIENT_DECLINED = "client_declined", "Declined by client", "Người bị bạo lực từ chối"
    UNAVAILABLE = "unavailable", "Not available", "Không có dịch vụ"


class Sex(Code):
    FEMALE = "female", "Female", "Nữ"
    MALE = "male", "Male", "Nam"
    INTERSEX = "intersex", "Intersex", "Liên giới tính"


class ShelterExit(Code):
    SAFE_HOME = "safe_home", "Home, safe", "Về nhà an toàn"
    RELATIVES = "relatives", "To relatives", "Về với người thân"
    LONG_STAY = "long_stay", "Long-stay centre", "Cơ sở dài hạn"
    CHOSE_TO_LEAVE = "chose_to_leave", "Chose to leave", "Tự nguyện rời đi"
    MOVED_SHELTER = "moved_shelter", "Another shelter", "Chuyển nơi tạm lánh khác"


class StatRunState(Code):
    PREPARED = "prepared", "Prepared", "Đã lập"
    CHECKED = "checked", "Checked", "Đã kiểm tra"
    RELEASED = "released", "Released", "Đã phát hành"
    WITHDRAWN = "withdrawn", "Withdrawn", "Thu hồi"


class Substance(Code):
    NONE = "none", "None", "Không"
    ALCOHOL = "alcohol", "Alcohol", "Rượu bia"
    DRUGS = "drugs", "Drugs", "Ma túy"
    BOTH = "both", "Both", "Cả hai"


class TaskKind(Code):
    ASSESSMENT = "assessment", "Assessment", "Đánh giá"
    RISK_REVIEW = "risk_review", "Risk review", "Đánh giá lại nguy cơ"
    SAFETY_REVIEW = "safety_review", "Safety-plan review", "Rà soát kế hoạch an toàn"
    PLAN_ACTION = "plan_action", "Plan action", "Việc trong kế hoạch"
    SERVICE = "service", "Service", "Dịch vụ"
    REFERRAL_REPLY = "referral_reply", "Referral reply", "Phản hồi chuyển gửi"
    FOLLOW_UP = "follow_up", "Follow-up", "Theo dõi"
    MEASURE_EXPIRY = "measure_expiry", "Measure ends", "Hết hạn biện pháp"
    APPROVAL = "approval", "Approval", "Phê duyệt"
    CONSENT_CHANGE = "consent_change", "Consent change", "Thay đổi đồng thuận"
    DATA_QUALITY = "data_quality", "Data to correct", "Sửa dữ liệu"
    MANDATORY_REPORT = "mandatory_report", "Mandatory report", "Báo tin bắt buộc"
    STAT_REPORT = "stat_report", "Statistical report", "Báo cáo thống kê"


class TaskState(Code):
    OPEN = "open", "To do", "Cần làm"
    DOING = "doing", "In progress", "Đang làm"
    SNOOZED = "snoozed", "Snoozed", "Hoãn"
    DONE = "done", "Done", "Xong"
    CANCELLED = "cancelled", "Dropped", "Bỏ"


class TimeOfDay(Code):
    MORNING = "morning", "Morning", "Buổi sáng"
    AFTERNOON = "afternoon", "Afternoon", "Buổi chiều"
    EVENING_NIGHT = "evening_night", "Evening or night", "Buổi tối, đêm"


class TimeWindow(Code):
    WITHIN_72H = "within_72h", "Within 72 h", "Trong 72 giờ"
    H72_120 = "h72_120", "72-120 h", "72-120 giờ"
    AFTER_120H = "after_120h", "After 120 h", "Sau 120 giờ"


class TransferReason(Code):
    MOVED_AWAY = "moved_away", "Client moved", "Chuyển nơi ở"
    CONFLICT_OF_INTEREST = "conflict_of_interest", "Conflict of interest", "Xung đột lợi ích"
    SPECIALIST = "specialist", "Specialist needed", "Cần chuyên môn sâu"
    STAFF_LEFT = "staff_left", "Staff change", "Thay đổi nhân sự"
    CLIENT_WISH = "client_wish", "Client's wish", "Theo nguyện vọng"


class Urgency(Code):
    EMERGENCY = "emergency", "Emergency", "Khẩn cấp"
    URGENT = "urgent", "Urgent", "Gấp"
    NORMAL = "normal", "Normal", "Thông thường"


class VnForm(Code):
    THE_CHAT = "the_chat", "Physical", "Thể chất (thân thể)"
    TINH_THAN = "tinh_than", "Mental", "Tinh thần"
    TINH_DUC = "tinh_duc", "Sexual", "Tình dục"
    KINH_TE = "kinh_te", "Economic", "Kinh tế"


class VoidReason(Code):
    WRONG_PERSON = "wrong_person", "Wrong person", "Nhập nhầm người"
    DUPLICATE = "duplicate", "Duplicate", "Trùng"
    TEST = "test", "Test data", "Dữ liệu thử"
    CLIENT_REQUEST = "client_request", "Client's request", "Theo yêu cầu của người bị bạo lực"


class Vulnerability(Code):
    NONE = "none", "None", "Không"
    CHILD = "child", "Child", "Trẻ em"
    ELDERLY = "elderly", "60 or over", "Người cao tuổi"
    PREGNANT_INFANT = "pregnant_infant", "Pregnant or small child", "Mang thai, nuôi con nhỏ"
    DISABILITY = "disability", "Disability", "Khuyết tật"
    MENTAL_ILLNESS = "mental_illness", "Mental illness", "Rối loạn tâm thần"
    HIV = "hiv", "Living with HIV", "Sống chung với HIV"
    REMOTE_MINORITY = (
        "remote_minority",
        "Ethnic minority in remote area",
        "Dân tộc thiểu số vùng khó khăn",
    )
    MIGRANT = "migrant", "Migrant worker", "Lao động di cư"
    LGBTI = "lgbti", "LGBTI", "Người đồng tính, song tính, chuyển giới, liên giới"
    TRAFFICKED = "trafficked", "Trafficked person", "Người bị mua bán"
    NO_PAPERS = "no_papers", "No papers", "Thiếu giấy tờ tùy thân"
    OTHER = "other", "Other", "Khác"


class Weapon(Code):
    NONE = "none", "None", "Không"
    BLADE = "blade", "Blade", "Dao, vật sắc nhọn"
    FIREARM = "firearm", "Firearm", "Súng"
    BLUNT = "blunt", "Blunt object", "Gậy, vật cứng"
    CHEMICAL = "chemical", "Chemical, pesticide", "Hóa chất, thuốc trừ sâu"
    FIRE = "fire", "Fire, petrol", "Lửa, xăng"
    HOUSEHOLD = "household", "Household object", "Đồ gia dụng"
    OTHER = "other", "Other", "Khác"


class YesNo(Code):
    YES = "yes", "Yes", "Có"
    NO = "no", "No", "Không"


class YesNoUndecided(Code):
    YES = "yes", "Yes", "Có"
    NO = "no", "No", "Không"
    UNDECIDED = "undecided", "Undecided", "Chưa quyết định"


class PerpMeasure(Code):
    """Measures towards the person who used violence: the eleven of the law, and what came of it."""

    vars().update(listed("protective-measures.csv"))
    NO_MEASURE = "no_measure", "None yet", "Chưa áp dụng"
    REMINDED = "reminded", "Reminded", "Nhắc nhở"
    FINED = "fined", "Fined", "Xử phạt hành chính"
    DETAINED = "detained", "Detained", "Tạm giữ"
    PROSECUTED = "prosecuted", "Prosecuted", "Khởi tố"


class ProtectiveMeasure(Code):
    """The eleven measures of Law 13/2022, Article 22."""

    vars().update(listed("protective-measures.csv"))


class DvAct(Code):
    """The sixteen acts of Law 13/2022, Article 3(1)."""

    vars().update(listed("dv-acts.csv"))


class MaritalStatus(Code):
    vars().update(listed("marital-status.csv"))


class Education(Code):
    vars().update(listed("education.csv"))


class Occupation(Code):
    vars().update(listed("occupations.csv"))


class Ethnicity(Code):
    """The 54 peoples and `foreign`; `group` is the only form in which they are counted."""

    vars().update(listed("ethnic-groups.csv", "key", "name_vi", "name_vi", group="report_group"))


class ServiceType(Code):
    """Services; `group` is the sector."""

    vars().update(listed("service-types.csv", group="sector"))


class ProviderType(Code):
    """Those who help, receive reports or decide; `group` says which."""

    vars().update(listed("agency-types.csv", group="kind"))


class Nationality(Code):
    """Countries by the two letters of ISO 3166; Vietnam stands first."""

    vars().update(listed("nationalities.csv"))
