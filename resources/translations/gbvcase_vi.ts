<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
    <context>
        <name />
        <message>
            <source>Your role does not allow this step.</source>
            <translation>Vai trò của bạn không làm được bước này.</translation>
        </message>
        <message>
            <source>Please say who is to be in charge.</source>
            <translation>Hãy cho biết ai sẽ phụ trách.</translation>
        </message>
        <message>
            <source>At most {most} cases can be assigned at once.</source>
            <translation>Mỗi lần chỉ giao được nhiều nhất {most} hồ sơ.</translation>
        </message>
        <message>
            <source>Case {code} has ended here and stays with who had it.</source>
            <translation>Hồ sơ {code} đã kết thúc ở đây nên không giao cho người khác nữa.</translation>
        </message>
        <message>
            <source>Name the authority for which the exact figures are sealed.</source>
            <translation>Hãy ghi tên cơ quan nhận số liệu chính xác.</translation>
        </message>
        <message>
            <source>nobody else</source>
            <translation>không ai khác</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Người được hỗ trợ</translation>
        </message>
        <message>
            <source>Intake</source>
            <translation>Tiếp nhận</translation>
        </message>
        <message>
            <source>Consent</source>
            <translation>Sự đồng ý</translation>
        </message>
        <message>
            <source>Incident</source>
            <translation>Vụ việc</translation>
        </message>
        <message>
            <source>Referral</source>
            <translation>Chuyển gửi</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>Việc cần làm</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Ghi chú</translation>
        </message>
        <message>
            <source>There is no case with the code {code} in this cabinet.</source>
            <translation>Trong tủ này không có hồ sơ nào mang mã {code}.</translation>
        </message>
        <message>
            <source>The code {code} is used already.</source>
            <translation>Mã {code} đã được dùng cho hồ sơ khác.</translation>
        </message>
        <message>
            <source>The code {code} is mistyped: its last character does not fit.</source>
            <translation>Mã {code} có chỗ gõ nhầm: ký tự cuối không khớp.</translation>
        </message>
        <message>
            <source>At most {most} codes go on one list. Choose fewer cases.</source>
            <translation>Mỗi danh sách nhiều nhất {most} mã. Hãy chọn ít hồ sơ hơn.</translation>
        </message>
        <message>
            <source>The counts of this period were handed out, to be added to those of other offices. Their sum and your own figures together could point at a person: use the report of all.</source>
            <translation>Số đếm của kỳ này đã gửi đi để cộng với các đơn vị khác. Số cộng và số riêng của đơn vị đặt cạnh nhau có thể làm lộ một người: hãy dùng báo cáo chung.</translation>
        </message>
        <message>
            <source>This office has published figures of this period itself. Added to those of other offices, the two reports together could point at a person. Nothing was handed out.</source>
            <translation>Cơ quan đã tự công bố số liệu của kỳ này. Nếu cộng với các đơn vị khác, hai báo cáo đặt cạnh nhau có thể làm lộ một người. Chưa gửi đi gì.</translation>
        </message>
        <message>
            <source>Other offices have sent their counts of another period ({sent}), and none of this one ({asked}): this would show the people of your office alone. Choose what they have sent, or ask them for counts of this period. Nothing has left.</source>
            <translation>Các đơn vị khác đã gửi số đếm của kỳ khác ({sent}), chưa gửi của kỳ này ({asked}): nếu làm, chỉ có người của đơn vị mình. Hãy chọn kỳ họ đã gửi, hoặc đề nghị họ gửi số đếm của kỳ này. Chưa có gì ra ngoài.</translation>
        </message>
        <message>
            <source>These are the counts of this office itself. They were not added again.</source>
            <translation>Đây là số đếm của chính đơn vị mình. Không cộng thêm lần nữa.</translation>
        </message>
        <message>
            <source>Made-up cases: {count}, in {folder}</source>
            <translation>Hồ sơ mẫu: {count}, trong {folder}</translation>
        </message>
        <message>
            <source>Papers: {count}, in {folder}</source>
            <translation>Giấy tờ: {count}, trong {folder}</translation>
        </message>
        <message>
            <source>Tables: {count}, in {folder}</source>
            <translation>Bảng số liệu: {count}, trong {folder}</translation>
        </message>
        <message>
            <source>There is a cabinet already: {folder}. Name an empty folder.</source>
            <translation>Ở {folder} đã có tủ hồ sơ. Hãy chọn một thư mục trống.</translation>
        </message>
        <message>
            <source>Not published: {report}. {why}</source>
            <translation>Chưa công bố: {report}. {why}</translation>
        </message>
        <message>
            <source>Good</source>
            <translation>Tốt</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Nên xem</translation>
        </message>
        <message>
            <source>Not known here</source>
            <translation>Không biết được</translation>
        </message>
        <message>
            <source>Encryption of the disk</source>
            <translation>Mã hóa ổ đĩa</translation>
        </message>
        <message>
            <source>The disk is encrypted.</source>
            <translation>Ổ đĩa đã mã hóa.</translation>
        </message>
        <message>
            <source>Whether the disk is encrypted cannot be seen from here.</source>
            <translation>Từ đây không xem được ổ đĩa đã mã hóa hay chưa.</translation>
        </message>
        <message>
            <source>The disk is not encrypted.</source>
            <translation>Ổ đĩa chưa mã hóa.</translation>
        </message>
        <message>
            <source>The cabinet is encrypted in any case. Encrypting the disk too hides what other programs leave behind: in Windows look for “Device encryption” or “BitLocker” in the settings.</source>
            <translation>Tủ hồ sơ thì luôn được mã hóa. Mã hóa cả ổ đĩa sẽ giấu luôn những gì chương trình khác để lại: trong Windows, tìm “Mã hóa thiết bị” hoặc “BitLocker” ở phần cài đặt.</translation>
        </message>
        <message>
            <source>Page file and hibernation</source>
            <translation>Tệp hoán trang và ngủ đông</translation>
        </message>
        <message>
            <source>Memory is not written to an open disk.</source>
            <translation>Bộ nhớ không bị ghi ra ổ đĩa chưa mã hóa.</translation>
        </message>
        <message>
            <source>Whether memory is written to the disk cannot be seen from here.</source>
            <translation>Từ đây không xem được bộ nhớ có bị ghi ra ổ đĩa hay không.</translation>
        </message>
        <message>
            <source>The system writes memory to a disk that is not encrypted.</source>
            <translation>Máy ghi bộ nhớ ra ổ đĩa chưa mã hóa.</translation>
        </message>
        <message>
            <source>What was on the screen may lie there for weeks. Encrypt the disk, or let somebody switch hibernation off. Until then shut the computer down in the evening; do not let it sleep.</source>
            <translation>Những gì từng hiện trên màn hình có thể nằm lại ở đó hàng tuần. Hãy mã hóa ổ đĩa, hoặc nhờ người tắt chế độ ngủ đông. Trong lúc chờ, cuối ngày hãy tắt hẳn máy, đừng để máy ngủ.</translation>
        </message>
        <message>
            <source>History of the clipboard</source>
            <translation>Lịch sử sao chép</translation>
        </message>
        <message>
            <source>What is copied is not remembered.</source>
            <translation>Máy không nhớ những gì được sao chép.</translation>
        </message>
        <message>
            <source>Whether copied words are remembered cannot be seen from here.</source>
            <translation>Từ đây không xem được máy có nhớ những gì được sao chép hay không.</translation>
        </message>
        <message>
            <source>The system remembers what is copied.</source>
            <translation>Máy đang nhớ những gì được sao chép.</translation>
        </message>
        <message>
            <source>Copied words can be read there later, and may go to other computers. In Windows: Settings, System, Clipboard, Clipboard history off.</source>
            <translation>Những chữ đã sao chép có thể bị đọc lại, có khi sang cả máy khác. Trong Windows: Cài đặt, Hệ thống, Bảng tạm, tắt Lịch sử bảng tạm.</translation>
        </message>
        <message>
            <source>Printed documents</source>
            <translation>Bản đã in</translation>
        </message>
        <message>
            <source>No printer keeps printed documents in its queue.</source>
            <translation>Không máy in nào giữ lại bản đã in.</translation>
        </message>
        <message>
            <source>Whether printers keep printed documents cannot be seen from here.</source>
            <translation>Từ đây không xem được máy in có giữ lại bản đã in hay không.</translation>
        </message>
        <message>
            <source>Printed documents are kept in the queue of a printer.</source>
            <translation>Bản đã in đang được giữ trong hàng chờ của máy in.</translation>
        </message>
        <message>
            <source>Printed papers could be printed again by others. In Windows: properties of the printer, Advanced, “Keep printed documents” off. Elsewhere ask who looks after the printer.</source>
            <translation>Người khác có thể in lại giấy tờ đã in. Trong Windows: thuộc tính của máy in, thẻ Nâng cao, tắt “Giữ tài liệu đã in”. Máy khác thì hỏi người quản lý máy in.</translation>
        </message>
        <message>
            <source>Where the cabinet lies</source>
            <translation>Chỗ đặt tủ hồ sơ</translation>
        </message>
        <message>
            <source>Close the program and move the whole folder to the program's own place.</source>
            <translation>Hãy đóng chương trình rồi chuyển cả thư mục về chỗ riêng của chương trình.</translation>
        </message>
        <message>
            <source>In a folder of its own on this computer, which nothing copies elsewhere.</source>
            <translation>Trong thư mục riêng trên máy này, không bị chép đi nơi khác.</translation>
        </message>
        <message>
            <source>System up to date</source>
            <translation>Cập nhật hệ thống</translation>
        </message>
        <message>
            <source>Let the computer fetch the updates of its system once a month.</source>
            <translation>Mỗi tháng một lần, hãy cho máy tải bản cập nhật hệ thống.</translation>
        </message>
        <message>
            <source>The maker of this system does not mend it any more by itself.</source>
            <translation>Hãng không còn tự vá lỗi cho hệ thống này nữa.</translation>
        </message>
        <message>
            <source>Ask your office for a newer system, or for prolonged updates of this one.</source>
            <translation>Hãy đề nghị cơ quan cài hệ thống mới hơn, hoặc mua gói cập nhật kéo dài.</translation>
        </message>
        <message>
            <source>Whether the system is up to date cannot be seen from here.</source>
            <translation>Từ đây không xem được hệ thống đã cập nhật hay chưa.</translation>
        </message>
        <message>
            <source>The system was last brought up to date {count} days ago.</source>
            <translation>Hệ thống cập nhật lần cuối cách đây {count} ngày.</translation>
        </message>
        <message>
            <source>It is not settled yet which offices reports show by themselves. Settle that first.</source>
            <translation>Chưa quy định báo cáo nêu riêng những cơ quan nào. Hãy quy định trước.</translation>
        </message>
        <message>
            <source>“{name}” is too small for a line of its own: that needs at least {least} a year on average. Put it together with another office.</source>
            <translation>“{name}” còn nhỏ, chưa đứng thành dòng riêng được: cần trung bình ít nhất {least} mỗi năm. Hãy gộp với cơ quan khác.</translation>
        </message>
        <message>
            <source>The offices that are in no line are too small, even together: whoever takes all lines from the total would know them. Put them into a line, or leave out one more; they need at least {least} a year on average.</source>
            <translation>Các cơ quan không nằm trong dòng nào gộp lại vẫn còn nhỏ: lấy tổng trừ các dòng là biết số của họ. Hãy đưa họ vào một dòng, hoặc để thêm một cơ quan ở ngoài; cần trung bình ít nhất {least} mỗi năm.</translation>
        </message>
        <message>
            <source>Which offices are large enough is measured by whole years. The counts of none are here.</source>
            <translation>Cơ quan nào đủ lớn thì xét theo số đếm cả năm. Ở đây chưa có số đếm của năm nào.</translation>
        </message>
        <message>
            <source>In this period {name} has fewer than 10. It is counted in the report of all offices, and has none of its own.</source>
            <translation>Kỳ này {name} có dưới 10. Số của cơ quan này nằm trong báo cáo chung, không có báo cáo riêng.</translation>
        </message>
        <message>
            <source>This is not JSON: line {line}, column {column}.</source>
            <translation>Tệp không đúng định dạng JSON: dòng {line}, cột {column}.</translation>
        </message>
        <message>
            <source>This file is too large to be read.</source>
            <translation>Tệp quá lớn, chương trình không đọc được.</translation>
        </message>
        <message>
            <source>This is nested too deeply to be a case.</source>
            <translation>Các phần lồng vào nhau quá sâu, không phải là một hồ sơ.</translation>
        </message>
        <message>
            <source>The key “{key}” stands here twice.</source>
            <translation>Khóa “{key}” xuất hiện hai lần.</translation>
        </message>
        <message>
            <source>A number here is not a number.</source>
            <translation>Có một chỗ ghi số nhưng không phải là số.</translation>
        </message>
        <message>
            <source>There is no case in this file.</source>
            <translation>Trong tệp này không có hồ sơ nào.</translation>
        </message>
        <message>
            <source>This file is not UTF-8 text.</source>
            <translation>Tệp này không phải văn bản UTF-8.</translation>
        </message>
        <message>
            <source>This file could not be read. Look whether its stick is still there.</source>
            <translation>Không đọc được tệp này. Hãy xem thẻ nhớ hoặc USB còn cắm không.</translation>
        </message>
        <message>
            <source>The file itself does not lie in this cabinet.</source>
            <translation>Tệp này không nằm trong tủ hồ sơ này.</translation>
        </message>
        <message>
            <source>{file}: {reason}</source>
            <translation>{file}: {reason}</translation>
        </message>
        <message>
            <source>Checked on {date}</source>
            <translation>Kiểm tra ngày {date}</translation>
        </message>
        <message>
            <source>As a source of {month} says. Not tried by the office yet.</source>
            <translation>Theo nguồn từ {month}. Cơ quan chưa gọi thử.</translation>
        </message>
        <message>
            <source>No number is known yet. Fill it in when you have it.</source>
            <translation>Chưa biết số. Có số thì điền vào.</translation>
        </message>
        <message>
            <source>From a source of {month}, not confirmed. Try it before you use it.</source>
            <translation>Theo nguồn từ {month}, chưa xác nhận. Gọi thử trước khi dùng.</translation>
        </message>
        <message>
            <source>Not tried yet. Try it before you use it.</source>
            <translation>Chưa gọi thử. Gọi thử trước khi dùng.</translation>
        </message>
        <message>
            <source>In this period there are too few incidents that look alike. No rows leave the office.</source>
            <translation>Trong kỳ này có quá ít vụ việc giống nhau. Không gửi dòng nào ra khỏi cơ quan.</translation>
        </message>
        <message>
            <source>No other list has releases that are missing here. There is nothing to join.</source>
            <translation>Không có sổ nào khác ghi lần công bố mà ở đây còn thiếu. Không có gì để gộp.</translation>
        </message>
        <message>
            <source>name</source>
            <translation>tên</translation>
        </message>
        <message>
            <source>year of birth</source>
            <translation>năm sinh</translation>
        </message>
        <message>
            <source>commune</source>
            <translation>xã, phường</translation>
        </message>
        <message>
            <source>neighbouring commune</source>
            <translation>xã lân cận</translation>
        </message>
        <message>
            <source>telephone</source>
            <translation>số điện thoại</translation>
        </message>
        <message>
            <source>times</source>
            <translation>lượt</translation>
        </message>
        <message>
            <source>tasks</source>
            <translation>việc</translation>
        </message>
        <message>
            <source>workers</source>
            <translation>cán bộ</translation>
        </message>
        <message>
            <source>providers</source>
            <translation>cơ sở</translation>
        </message>
        <message>
            <source>days</source>
            <translation>ngày</translation>
        </message>
        <message>
            <source>Providers</source>
            <translation>Cơ sở trợ giúp</translation>
        </message>
        <message>
            <source>Trusted addresses in the community</source>
            <translation>Địa chỉ tin cậy ở cộng đồng</translation>
        </message>
        <message>
            <source>Shelters</source>
            <translation>Nơi tạm lánh</translation>
        </message>
        <message>
            <source>Beds</source>
            <translation>Giường tạm lánh</translation>
        </message>
        <message>
            <source>This note is not in the case any more.</source>
            <translation>Ghi chú này không còn trong hồ sơ.</translation>
        </message>
        <message>
            <source>Consent to use in figures</source>
            <translation>Đồng ý cho tính vào số liệu</translation>
        </message>
        <message>
            <source>Close the case</source>
            <translation>Đóng hồ sơ</translation>
        </message>
        <message>
            <source>Review sharing in immediate danger</source>
            <translation>Rà soát việc chia sẻ khi nguy hiểm tức thời</translation>
        </message>
        <message>
            <source>Approve sharing without consent</source>
            <translation>Duyệt việc chia sẻ không có sự đồng ý</translation>
        </message>
        <message>
            <source>Review a type that was changed by hand</source>
            <translation>Rà soát loại hình đã sửa bằng tay</translation>
        </message>
        <message>
            <source>Approval</source>
            <translation>Phê duyệt</translation>
        </message>
        <message>
            <source>PRACTICE DATA</source>
            <translation>DỮ LIỆU TẬP DÙNG</translation>
        </message>
        <message>
            <source>DRAFT</source>
            <translation>BẢN NHÁP</translation>
        </message>
        <message>
            <source>everybody</source>
            <translation>mọi người</translation>
        </message>
        <message>
            <source>members of the network</source>
            <translation>thành viên mạng lưới</translation>
        </message>
        <message>
            <source>an authority, sealed</source>
            <translation>cơ quan quản lý, niêm phong</translation>
        </message>
        <message>
            <source>A report is published for the province; its yearly tables show areas of several communes. Figures of a single commune stay in the office.</source>
            <translation>Báo cáo công bố cho toàn tỉnh; bảng cả năm có số liệu theo cụm xã. Số liệu của riêng một xã chỉ dùng trong cơ quan.</translation>
        </message>
        <message>
            <source>What an authority receives is exact and sealed. It is never published.</source>
            <translation>Số liệu gửi cơ quan có thẩm quyền là số chính xác và được niêm phong, không bao giờ công bố.</translation>
        </message>
        <message>
            <source>The report has no table {table}. Its tables are: {tables}.</source>
            <translation>Báo cáo không có bảng {table}. Các bảng hiện có: {tables}.</translation>
        </message>
        <message>
            <source>Without all of its tables there is no report.</source>
            <translation>Bỏ hết các bảng thì không còn báo cáo.</translation>
        </message>
        <message>
            <source>This period ends on {day}. Figures are published when a period is over.</source>
            <translation>Kỳ này kết thúc ngày {day}. Hết kỳ mới công bố số liệu.</translation>
        </message>
        <message>
            <source>There is no report for the place {place}.</source>
            <translation>Không có báo cáo nào cho địa bàn {place}.</translation>
        </message>
        <message>
            <source>The release {name} was made with an older list of tables. Its files cannot be made again.</source>
            <translation>Bản công bố {name} lập theo danh mục bảng cũ nên không tạo lại tệp được.</translation>
        </message>
        <message>
            <source>Say why the release is withdrawn. It was not withdrawn.</source>
            <translation>Hãy ghi lý do thu hồi. Chưa thu hồi bản công bố nào.</translation>
        </message>
        <message>
            <source>purge</source>
            <translation>xóa hẳn</translation>
        </message>
        <message>
            <source>Incidents: {incidents}; referrals: {referrals}; notes: {notes}; files: {files}</source>
            <translation>Vụ việc: {incidents}; phiếu chuyển gửi: {referrals}; ghi chú: {notes}; tệp: {files}</translation>
        </message>
        <message>
            <source>Purged: {count}. The cabinet has new keys; copies that were made before still hold these cases.</source>
            <translation>Đã xóa hẳn: {count}. Tủ hồ sơ đã có khóa mới; các bản sao làm trước đó vẫn còn những hồ sơ này.</translation>
        </message>
        <message>
            <source>Purged: {count}. There was no room to write the cabinet under new keys: free some room and unlock it again.</source>
            <translation>Đã xóa hẳn: {count}. Ổ đĩa không đủ chỗ để ghi lại tủ bằng khóa mới: hãy dọn bớt rồi mở khóa lại.</translation>
        </message>
        <message>
            <source>Nobody has confirmed yet that the recovery sheet is on paper. Without it a forgotten password means that the cases are lost.</source>
            <translation>Chưa ai xác nhận phiếu khôi phục đã có trên giấy. Không có phiếu mà quên mật khẩu thì mất hết hồ sơ.</translation>
        </message>
        <message>
            <source>The recovery sheet was last tried on {last}. Please try it again: type its number. Nothing is changed by it.</source>
            <translation>Phiếu khôi phục thử lần cuối ngày {last}. Hãy thử lại: nhập số trên phiếu. Việc này không thay đổi gì.</translation>
        </message>
        <message>
            <source>This is not the mark of a referral: it has 32 letters from 0 to 9 and a to f.</source>
            <translation>Đây không phải mã chuyển gửi: mã gồm 32 ký tự, từ 0 đến 9 và từ a đến f.</translation>
        </message>
        <message>
            <source>This is the mark of a referral from this office. She is counted here already.</source>
            <translation>Đây là mã chuyển gửi của chính đơn vị này. Người được hỗ trợ đã được tính ở đây.</translation>
        </message>
        <message>
            <source>This mark was kept with another case. Look whether both are the same person.</source>
            <translation>Mã này đã được ghi ở hồ sơ khác. Hãy xem hai hồ sơ có phải của cùng một người không.</translation>
        </message>
        <message>
            <source>There is no referral with the number {number} in this cabinet.</source>
            <translation>Trong tủ này không có phiếu chuyển gửi số {number}.</translation>
        </message>
        <message>
            <source>This referral can still be changed: correct it itself.</source>
            <translation>Phiếu này còn sửa được: hãy sửa ngay trong phiếu.</translation>
        </message>
        <message>
            <source>{office} reports the figures of the period. {based}</source>
            <translation>{office} báo cáo số liệu trong kỳ như sau. {based}</translation>
        </message>
        <message>
            <source>Cases saved: {count}.</source>
            <translation>Đã cứu được {count} hồ sơ.</translation>
        </message>
        <message>
            <source>The beginning of the file is lost, so no page could be proved. Please look through what was saved.</source>
            <translation>Phần đầu của tệp đã mất nên không kiểm chứng được trang nào. Hãy xem lại những gì đã cứu.</translation>
        </message>
        <message>
            <source>Damaged pages: {count}.</source>
            <translation>Số trang dữ liệu bị hỏng: {count}.</translation>
        </message>
        <message>
            <source>The journal is saved up to entry {number}; the rest is lost.</source>
            <translation>Nhật ký cứu được đến mục {number}; phần sau đã mất.</translation>
        </message>
        <message>
            <source>Your name and office are lost. Please type them anew in the settings.</source>
            <translation>Tên và cơ quan của bạn đã mất. Hãy nhập lại trong phần cài đặt.</translation>
        </message>
        <message>
            <source>Lost: {what}, case {code}.</source>
            <translation>Đã mất: {what}, hồ sơ {code}.</translation>
        </message>
        <message>
            <source>As it was before the last change: {what}, case {code}.</source>
            <translation>Lấy lại bản trước lần sửa cuối: {what}, hồ sơ {code}.</translation>
        </message>
        <message>
            <source>Lost, and left empty: {what}, case {code}.</source>
            <translation>Đã mất, để trống: {what}, hồ sơ {code}.</translation>
        </message>
        <message>
            <source>Could not be read: {what} ({count}).</source>
            <translation>Không đọc được: {what} ({count}).</translation>
        </message>
        <message>
            <source>drafts</source>
            <translation>bản nháp</translation>
        </message>
        <message>
            <source>scanned papers</source>
            <translation>giấy tờ đã quét</translation>
        </message>
        <message>
            <source>lines of the list of releases</source>
            <translation>dòng trong sổ công bố</translation>
        </message>
        <message>
            <source>settings</source>
            <translation>cài đặt</translation>
        </message>
        <message>
            <source>lines of the history</source>
            <translation>dòng lịch sử</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Ghi chú</translation>
        </message>
        <message>
            <source>Referrals</source>
            <translation>Chuyển gửi</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>Giấy tờ đã in</translation>
        </message>
        <message>
            <source>{who} has to do again: {task}</source>
            <translation>{who} mở lại việc: {task}</translation>
        </message>
        <message>
            <source>{who} has done: {task}</source>
            <translation>{who} làm xong: {task}</translation>
        </message>
        <message>
            <source>{who} put off: {task}</source>
            <translation>{who} hoãn việc: {task}</translation>
        </message>
        <message>
            <source>{who} dropped: {task}</source>
            <translation>{who} bỏ việc: {task}</translation>
        </message>
        <message>
            <source>{who} opened the case</source>
            <translation>{who} lập hồ sơ</translation>
        </message>
        <message>
            <source>{who} added: {record}</source>
            <translation>{who} thêm: {record}</translation>
        </message>
        <message>
            <source>(This note was thrown away.)</source>
            <translation>(Ghi chú này đã bỏ vào thùng rác.)</translation>
        </message>
        <message>
            <source>{who} wrote a note</source>
            <translation>{who} viết ghi chú</translation>
        </message>
        <message>
            <source>{who} threw a note away</source>
            <translation>{who} bỏ một ghi chú</translation>
        </message>
        <message>
            <source>{who} changed a note</source>
            <translation>{who} sửa một ghi chú</translation>
        </message>
        <message>
            <source>{who} began the referral {number}</source>
            <translation>{who} lập phiếu chuyển gửi {number}</translation>
        </message>
        <message>
            <source>{who}: referral {number} is now “{state}”</source>
            <translation>{who}: phiếu {number} nay là “{state}”</translation>
        </message>
        <message>
            <source>{who} changed the referral {number}: {fields}</source>
            <translation>{who} sửa phiếu {number}: {fields}</translation>
        </message>
        <message>
            <source>{who} wrote down an answer to the referral {number}</source>
            <translation>{who} ghi câu trả lời cho phiếu {number}</translation>
        </message>
        <message>
            <source>New task: {task}, until {date}</source>
            <translation>Việc mới: {task}, hạn {date}</translation>
        </message>
        <message>
            <source>{who}: the case is now “{state}”</source>
            <translation>{who}: hồ sơ nay là “{state}”</translation>
        </message>
        <message>
            <source>{who} saved {paper} as a locked file</source>
            <translation>{who} lưu {paper} thành tệp có mật khẩu</translation>
        </message>
        <message>
            <source>{who} printed {paper}, copies: {copies}</source>
            <translation>{who} in {paper}, {copies} bản</translation>
        </message>
        <message>
            <source>{who} noted: copies came back or were destroyed: {paper}</source>
            <translation>{who} ghi: bản giấy đã thu về hoặc hủy: {paper}</translation>
        </message>
        <message>
            <source>{who} noted: copies are still out: {paper}</source>
            <translation>{who} ghi: bản giấy chưa thu về: {paper}</translation>
        </message>
        <message>
            <source>{who} took out: {record}</source>
            <translation>{who} bỏ: {record}</translation>
        </message>
        <message>
            <source>{who} changed {record}: {fields}</source>
            <translation>{who} sửa {record}: {fields}</translation>
        </message>
        <message>
            <source>{fields} and {count} more</source>
            <translation>{fields} và {count} mục nữa</translation>
        </message>
        <message>
            <source>not asked</source>
            <translation>chưa hỏi</translation>
        </message>
        <message>
            <source>Full name</source>
            <translation>Họ và tên</translation>
        </message>
        <message>
            <source>Sex, age, commune</source>
            <translation>Giới tính, tuổi, nơi ở</translation>
        </message>
        <message>
            <source>Safe contact</source>
            <translation>Liên lạc an toàn</translation>
        </message>
        <message>
            <source>In charge</source>
            <translation>Người phụ trách</translation>
        </message>
        <message>
            <source>Opened on</source>
            <translation>Ngày mở</translation>
        </message>
        <message>
            <source>This record is not in the case any more.</source>
            <translation>Bản ghi này không còn trong hồ sơ.</translation>
        </message>
        <message>
            <source>This task is not there any more.</source>
            <translation>Việc này không còn nữa.</translation>
        </message>
        <message>
            <source>This task follows from what was recorded. It ends when that is settled.</source>
            <translation>Việc này phát sinh từ nội dung đã ghi. Giải quyết xong nội dung đó thì việc tự kết thúc.</translation>
        </message>
        <message>
            <source>Nobody asks for a figure named {name} in this period. Those are: {names}.</source>
            <translation>Kỳ này không có số liệu nào tên {name}. Các số liệu có thể nhập: {names}.</translation>
        </message>
        <message>
            <source>“{typed}” is not a number. Write it like 1.234,5.</source>
            <translation>“{typed}” không phải là số. Hãy viết như 1.234,5.</translation>
        </message>
        <message>
            <source>Say where the figure is from: a survey, a report, an office.</source>
            <translation>Hãy ghi nguồn số liệu: điều tra, báo cáo hay đơn vị nào.</translation>
        </message>
        <message>
            <source>not entered</source>
            <translation>chưa nhập</translation>
        </message>
        <message>
            <source>not published</source>
            <translation>chưa công bố</translation>
        </message>
        <message>
            <source>This password has accented letters. On a computer whose input method is off they cannot be typed: letters without accents open everywhere.</source>
            <translation>Mật khẩu này có chữ có dấu. Trên máy đang tắt bộ gõ sẽ không gõ được; chữ không dấu thì máy nào cũng mở được.</translation>
        </message>
        <message>
            <source>This cabinet was not finished when it was made. Please make a new one.</source>
            <translation>Tủ hồ sơ này chưa được tạo xong. Hãy tạo tủ mới.</translation>
        </message>
        <message>
            <source>This is a file, not a folder: {file}</source>
            <translation>Đây là tệp, không phải thư mục: {file}</translation>
        </message>
        <message>
            <source>The cabinet is whole: every page, the structure, the journal.</source>
            <translation>Tủ hồ sơ nguyên vẹn: mọi trang dữ liệu, cấu trúc và nhật ký.</translation>
        </message>
        <message>
            <source>The structure of the cabinet is damaged.</source>
            <translation>Cấu trúc của tủ hồ sơ bị hỏng.</translation>
        </message>
        <message>
            <source>The journal was changed from entry {number} on.</source>
            <translation>Nhật ký đã bị thay đổi từ mục số {number}.</translation>
        </message>
        <message>
            <source>The cabinet is older than this computer has seen it.</source>
            <translation>Tủ hồ sơ này cũ hơn bản mà máy tính này từng mở.</translation>
        </message>
        <message>
            <source>Print papers</source>
            <translation>In giấy tờ</translation>
        </message>
        <message>
            <source>Off: papers are shown on the screen only. The recovery number is then written by hand.</source>
            <translation>Tắt: giấy tờ chỉ xem trên màn hình. Khi đó số khôi phục phải chép tay.</translation>
        </message>
        <message>
            <source>Save papers as PDF</source>
            <translation>Lưu giấy tờ thành PDF</translation>
        </message>
        <message>
            <source>Behind a password; only the command line writes a form without one.</source>
            <translation>Luôn có mật khẩu; chỉ dòng lệnh ghi ra mẫu không có mật khẩu.</translation>
        </message>
        <message>
            <source>Write report files</source>
            <translation>Ghi tệp báo cáo</translation>
        </message>
        <message>
            <source>Protected figures only, as tables, a PDF and files for programs.</source>
            <translation>Chỉ số liệu đã được bảo vệ: bảng tính, PDF và tệp cho phần mềm khác.</translation>
        </message>
        <message>
            <source>Hand over to other offices</source>
            <translation>Gửi cho đơn vị khác</translation>
        </message>
        <message>
            <source>Sealed counts, lists and forms, and the marks of referrals.</source>
            <translation>Số đếm, danh sách, biểu mẫu đã niêm phong và mã chuyển gửi.</translation>
        </message>
        <message>
            <source>Read cases out on the command line</source>
            <translation>Đọc hồ sơ bằng dòng lệnh</translation>
        </message>
        <message>
            <source>For programs and for those who type. Off: cases are read in this window only.</source>
            <translation>Dành cho phần mềm và người gõ lệnh. Tắt: hồ sơ chỉ đọc được trong cửa sổ này.</translation>
        </message>
        <message>
            <source>Copy words into other programs</source>
            <translation>Sao chép chữ sang phần mềm khác</translation>
        </message>
        <message>
            <source>Off: what you copy can be pasted in this program only.</source>
            <translation>Tắt: chữ đã sao chép chỉ dán được trong chương trình này.</translation>
        </message>
        <message>
            <source>This way out is closed in this cabinet: {way}. Nothing has left. It can be opened in the settings, under What may leave.</source>
            <translation>Tủ hồ sơ này không cho đưa ra bằng cách: {way}. Chưa có gì ra ngoài. Có thể mở lại trong Cài đặt, mục Được đưa ra ngoài.</translation>
        </message>
        <message>
            <source>Nothing was typed. Nothing was changed.</source>
            <translation>Chưa gõ gì. Không có gì thay đổi.</translation>
        </message>
        <message>
            <source>There is no such file: {file}</source>
            <translation>Không có tệp này: {file}</translation>
        </message>
        <message>
            <source>This is a folder, not a file: {file}</source>
            <translation>Đây là thư mục, không phải tệp: {file}</translation>
        </message>
        <message>
            <source>This file may not be read or written: {file}</source>
            <translation>Không được phép đọc hoặc ghi tệp này: {file}</translation>
        </message>
        <message>
            <source>A file cannot be read or written: {file}</source>
            <translation>Không đọc hoặc ghi được tệp: {file}</translation>
        </message>
        <message>
            <source>Cases: {count}</source>
            <translation>Hồ sơ: {count}</translation>
        </message>
        <message>
            <source>Written: {file}</source>
            <translation>Đã ghi: {file}</translation>
        </message>
        <message>
            <source>Pictures: {folder}</source>
            <translation>Ảnh màn hình: {folder}</translation>
        </message>
        <message>
            <source>Without a command the window opens. A password is asked for or read from a file, never typed on the line. The program ends with 0: done, 1: refused, with a sentence, 2: wrongly typed.</source>
            <translation>Không ghi lệnh nào thì cửa sổ chương trình mở ra. Mật khẩu được hỏi hoặc đọc từ tệp, không bao giờ ghi trên dòng lệnh. Mã kết thúc: 0 là xong, 1 là bị từ chối và có câu giải thích, 2 là gõ sai cách.</translation>
        </message>
        <message>
            <source>language of what is shown here</source>
            <translation>ngôn ngữ của những gì hiện ra ở đây</translation>
        </message>
        <message>
            <source>make a made-up office and do the main job in it</source>
            <translation>lập một văn phòng hư cấu và làm đủ các việc chính ở đó</translation>
        </message>
        <message>
            <source>DIR</source>
            <translation>THƯ_MỤC</translation>
        </message>
        <message>
            <source>folder to write into</source>
            <translation>thư mục để ghi kết quả</translation>
        </message>
        <message>
            <source>how many cases</source>
            <translation>số hồ sơ cần lập</translation>
        </message>
        <message>
            <source>COUNT</source>
            <translation>SỐ</translation>
        </message>
        <message>
            <source>another number makes other people</source>
            <translation>số khác thì cho những người hư cấu khác</translation>
        </message>
        <message>
            <source>do not open the window afterwards</source>
            <translation>làm xong không mở cửa sổ</translation>
        </message>
        <message>
            <source>print the JSON Schema of a case: every field and every code</source>
            <translation>in JSON Schema của một hồ sơ: đủ các mục và các mã</translation>
        </message>
        <message>
            <source>Cases: add, list and show them.</source>
            <translation>Hồ sơ: thêm, liệt kê và xem.</translation>
        </message>
        <message>
            <source>Referrals: add them, and print their forms.</source>
            <translation>Chuyển gửi: thêm và in phiếu.</translation>
        </message>
        <message>
            <source>print every form with made-up people, to look at</source>
            <translation>in mọi mẫu giấy với người hư cấu để xem thử</translation>
        </message>
        <message>
            <source>add cases: one, a list, or one a line; all of them or none</source>
            <translation>thêm hồ sơ: một hồ sơ, một danh sách, hoặc mỗi dòng một hồ sơ; thêm hết hoặc không thêm gì</translation>
        </message>
        <message>
            <source>JSON files to read; - reads what is typed or piped in</source>
            <translation>tệp JSON cần đọc; dấu - là đọc nội dung gõ vào hoặc chuyển từ lệnh khác</translation>
        </message>
        <message>
            <source>FILE.json|-</source>
            <translation>TỆP.json|-</translation>
        </message>
        <message>
            <source>list the cases, or those that are found</source>
            <translation>liệt kê hồ sơ, tất cả hoặc chỉ những hồ sơ tìm thấy</translation>
        </message>
        <message>
            <source>part of a name, a code or a number; accents are not needed</source>
            <translation>một phần tên, mã hoặc số; không cần gõ dấu</translation>
        </message>
        <message>
            <source>TEXT</source>
            <translation>CHỮ</translation>
        </message>
        <message>
            <source>show one case; with --json as it can be added again</source>
            <translation>xem một hồ sơ; thêm --json thì ra đúng dạng có thể nhập lại</translation>
        </message>
        <message>
            <source>show what was changed in a case, when and by whom</source>
            <translation>xem hồ sơ đã sửa gì, khi nào, ai sửa</translation>
        </message>
        <message>
            <source>CODE</source>
            <translation>MÃ</translation>
        </message>
        <message>
            <source>code of the case</source>
            <translation>mã hồ sơ</translation>
        </message>
        <message>
            <source>add a referral to a case</source>
            <translation>thêm một phiếu chuyển gửi vào hồ sơ</translation>
        </message>
        <message>
            <source>JSON file to read; - reads what is typed or piped in</source>
            <translation>tệp JSON cần đọc; dấu - là đọc nội dung gõ vào hoặc chuyển từ lệnh khác</translation>
        </message>
        <message>
            <source>make the referral form, with its reply slip, as a PDF</source>
            <translation>lập phiếu chuyển gửi kèm phiếu phản hồi, dạng PDF</translation>
        </message>
        <message>
            <source>NUMBER</source>
            <translation>SỐ_PHIẾU</translation>
        </message>
        <message>
            <source>number of the referral</source>
            <translation>số phiếu chuyển gửi</translation>
        </message>
        <message>
            <source>FILE.pdf</source>
            <translation>TỆP.pdf</translation>
        </message>
        <message>
            <source>file to write</source>
            <translation>tệp sẽ ghi ra</translation>
        </message>
        <message>
            <source>must be a number from 1 to {most}</source>
            <translation>phải là số từ 1 đến {most}</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Mật khẩu</translation>
        </message>
        <message>
            <source>language of the paper: vi or en</source>
            <translation>ngôn ngữ trên giấy: vi (tiếng Việt) hoặc en (tiếng Anh)</translation>
        </message>
        <message>
            <source>show the targets with published and typed figures, or type one in</source>
            <translation>xem các mục tiêu cùng số đã công bố và số đã nhập tay, hoặc nhập một số</translation>
        </message>
        <message>
            <source>PERIOD</source>
            <translation>KỲ</translation>
        </message>
        <message>
            <source>type a figure in; without VALUE, take it back</source>
            <translation>nhập một số; bỏ trống sau dấu bằng thì bỏ số đã nhập</translation>
        </message>
        <message>
            <source>ID=VALUE</source>
            <translation>MÃ=SỐ</translation>
        </message>
        <message>
            <source>where the figure is from</source>
            <translation>số này lấy từ đâu</translation>
        </message>
        <message>
            <source>Write --set ID=VALUE, for example --set population=1500.</source>
            <translation>Hãy viết --set TÊN=SỐ, ví dụ --set population=1500.</translation>
        </message>
        <message>
            <source>{title}: {value} ({source})</source>
            <translation>{title}: {value} ({source})</translation>
        </message>
        <message>
            <source>Targets, {period}</source>
            <translation>Chỉ tiêu, {period}</translation>
        </message>
        <message>
            <source>Numerator</source>
            <translation>Tử số</translation>
        </message>
        <message>
            <source>Denominator</source>
            <translation>Mẫu số</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>Tỷ lệ</translation>
        </message>
        <message>
            <source>Goal {year}</source>
            <translation>Chỉ tiêu {year}</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Nguồn</translation>
        </message>
        <message>
            <source>Network of providers</source>
            <translation>Mạng lưới cơ sở trợ giúp</translation>
        </message>
        <message>
            <source>At work</source>
            <translation>Đang hoạt động</translation>
        </message>
        <message>
            <source>Added in the period</source>
            <translation>Thêm trong kỳ</translation>
        </message>
        <message>
            <source>Ended in the period</source>
            <translation>Giảm trong kỳ</translation>
        </message>
        <message>
            <source>Figures to be typed in</source>
            <translation>Số liệu cần nhập</translation>
        </message>
        <message>
            <source>FILE</source>
            <translation>TỆP</translation>
        </message>
        <message>
            <source>sealed file to write</source>
            <translation>tệp niêm phong sẽ ghi ra</translation>
        </message>
        <message>
            <source>read the password of the sealed file from a file</source>
            <translation>đọc mật khẩu của tệp niêm phong từ tệp này</translation>
        </message>
        <message>
            <source>Password of this file, to be told by another way: {password}</source>
            <translation>Mật khẩu của tệp này, báo cho nơi nhận bằng đường khác: {password}</translation>
        </message>
        <message>
            <source>{number} rows would leave, {left} would stay. Nothing was written.</source>
            <translation>{number} dòng sẽ gửi đi, {left} dòng giữ lại. Chưa ghi tệp nào.</translation>
        </message>
        <message>
            <source>{lines} lines, {ends} end(s): {head}</source>
            <translation>{lines} dòng, {ends} nhánh: {head}</translation>
        </message>
        <message>
            <source>Nothing is released until the lists are joined.</source>
            <translation>Chưa công bố gì cho đến khi gộp hai sổ.</translation>
        </message>
        <message>
            <source>Joined with the list of {office}: {number} releases more.</source>
            <translation>Đã gộp với sổ của {office}: thêm {number} lần công bố.</translation>
        </message>
        <message>
            <source>Password of {file}</source>
            <translation>Mật khẩu của tệp {file}</translation>
        </message>
        <message>
            <source>The office that sent her counts her; your services count here.</source>
            <translation>Nơi gửi đến đã tính người này vào số liệu; dịch vụ của bạn vẫn tính ở đây.</translation>
        </message>
        <message>
            <source>show the mark by which the receiver knows that the person is counted here</source>
            <translation>xem mã chuyển gửi để nơi nhận biết người này đã được tính ở đây</translation>
        </message>
        <message>
            <source>keep the mark somebody came with: the office that sent counts the person</source>
            <translation>ghi lại mã chuyển gửi của người được chuyển đến: nơi gửi tính người này vào số liệu</translation>
        </message>
        <message>
            <source>TOKEN</source>
            <translation>DẤU</translation>
        </message>
        <message>
            <source>the mark, as the sender told it</source>
            <translation>mã chuyển gửi, đúng như nơi gửi cho biết</translation>
        </message>
        <message>
            <source>seal a form with exact figures for an authority; it is not published</source>
            <translation>niêm phong biểu số liệu chính xác gửi cơ quan có thẩm quyền; không công bố</translation>
        </message>
        <message>
            <source>ID</source>
            <translation>MÃ</translation>
        </message>
        <message>
            <source>id of the report</source>
            <translation>mã báo cáo</translation>
        </message>
        <message>
            <source>the authority that receives it</source>
            <translation>cơ quan nhận</translation>
        </message>
        <message>
            <source>NAME</source>
            <translation>TÊN</translation>
        </message>
        <message>
            <source>who approved it, if not you alone</source>
            <translation>người duyệt, nếu không chỉ có bạn</translation>
        </message>
        <message>
            <source>seal incidents as rows for the Incident Recorder, or look at them first</source>
            <translation>niêm phong các vụ việc thành từng dòng cho Incident Recorder, hoặc xem trước</translation>
        </message>
        <message>
            <source>sealed file to write; without it the first ten rows are shown</source>
            <translation>tệp niêm phong sẽ ghi ra; không có thì hiện mười dòng đầu</translation>
        </message>
        <message>
            <source>why it leaves: law, supervision or protocol between offices</source>
            <translation>lý do đưa ra: law (theo luật), supervision (giám sát) hoặc protocol (quy chế phối hợp)</translation>
        </message>
        <message>
            <source>The list of what was released.</source>
            <translation>Sổ công bố: những gì đã công bố.</translation>
        </message>
        <message>
            <source>check the list, and say what waits to be joined</source>
            <translation>kiểm tra sổ và cho biết phần nào đang chờ gộp</translation>
        </message>
        <message>
            <source>seal a copy for another member; no true count is in it</source>
            <translation>niêm phong một bản sao gửi thành viên khác; trong đó không có số thật</translation>
        </message>
        <message>
            <source>see whether a member knows of releases that this cabinet does not</source>
            <translation>xem thành viên kia có lần công bố nào mà tủ này chưa biết không</translation>
        </message>
        <message>
            <source>sealed list of a member</source>
            <translation>sổ niêm phong của một thành viên</translation>
        </message>
        <message>
            <source>join the lists, so that releasing can go on; no fact is dropped</source>
            <translation>gộp các sổ để công bố tiếp được; không bỏ thông tin nào</translation>
        </message>
        <message>
            <source>added</source>
            <translation>đã cộng</translation>
        </message>
        <message>
            <source>added in place of an older edition</source>
            <translation>đã cộng, thay bản cũ hơn</translation>
        </message>
        <message>
            <source>was here already</source>
            <translation>đã có sẵn</translation>
        </message>
        <message>
            <source>older than what is here; not used</source>
            <translation>cũ hơn bản đang có, không dùng</translation>
        </message>
        <message>
            <source>{file}: {reason} Nothing was added.</source>
            <translation>{file}: {reason} Chưa cộng thêm gì.</translation>
        </message>
        <message>
            <source>{file}: {office}, {period}, edition {edition}: {result}</source>
            <translation>{file}: {office}, {period}, bản {edition}: {result}</translation>
        </message>
        <message>
            <source>Name one file with a password for all, or one for each.</source>
            <translation>Hãy nêu một tệp mật khẩu cho tất cả, hoặc mỗi tệp niêm phong một tệp mật khẩu.</translation>
        </message>
        <message>
            <source>{report}, {period}: {office}, edition {edition}</source>
            <translation>{report}, {period}: {office}, bản lập lần {edition}</translation>
        </message>
        <message>
            <source>Reports show:</source>
            <translation>Báo cáo nêu riêng:</translation>
        </message>
        <message>
            <source>Proposed lines:</source>
            <translation>Các dòng đề xuất:</translation>
        </message>
        <message>
            <source>{office}: too small for a line of its own ({years})</source>
            <translation>{office}: còn nhỏ, chưa đứng thành dòng riêng được ({years})</translation>
        </message>
        <message>
            <source>{office}: large enough for a line of its own ({years})</source>
            <translation>{office}: đủ lớn để có dòng riêng ({years})</translation>
        </message>
        <message>
            <source>Type the lines, or --proposed to take those that are proposed.</source>
            <translation>Hãy gõ các dòng, hoặc gõ --proposed để lấy các dòng được đề xuất.</translation>
        </message>
        <message>
            <source>seal the counts of this office for the province</source>
            <translation>niêm phong số đếm của đơn vị này gửi tỉnh</translation>
        </message>
        <message>
            <source>id of the report, as the list shows it</source>
            <translation>mã báo cáo, như trong danh sách</translation>
        </message>
        <message>
            <source>add the sealed counts of other offices</source>
            <translation>nhận số đếm niêm phong của các đơn vị khác</translation>
        </message>
        <message>
            <source>sealed counts of an office</source>
            <translation>số đếm niêm phong của một đơn vị</translation>
        </message>
        <message>
            <source>an office that is known too, though it sent nothing yet</source>
            <translation>thêm một đơn vị đã biết dù chưa gửi gì</translation>
        </message>
        <message>
            <source>file with the password of the sealed files; once for all, or once for each</source>
            <translation>tệp chứa mật khẩu của các tệp niêm phong; một lần cho tất cả, hoặc mỗi tệp một lần</translation>
        </message>
        <message>
            <source>list the counts of other offices that are kept here</source>
            <translation>liệt kê số đếm của các cơ quan khác đang lưu ở đây</translation>
        </message>
        <message>
            <source>show which offices are large enough for a line of their own, and which have one</source>
            <translation>xem cơ quan nào đủ lớn để có dòng riêng, và báo cáo đang nêu riêng cơ quan nào</translation>
        </message>
        <message>
            <source>settle which offices reports show by themselves; the others stand together</source>
            <translation>quy định báo cáo nêu riêng những cơ quan nào; các cơ quan còn lại gộp chung</translation>
        </message>
        <message>
            <source>a line and its offices; a name alone is an office</source>
            <translation>một dòng và các cơ quan của dòng đó; chỉ gõ tên thì dòng đó là một cơ quan</translation>
        </message>
        <message>
            <source>NAME=OFFICE;OFFICE</source>
            <translation>TÊN=CƠ QUAN;CƠ QUAN</translation>
        </message>
        <message>
            <source>lines that have a sum of their own</source>
            <translation>các dòng được cộng chung thành một nhóm</translation>
        </message>
        <message>
            <source>NAME=LINE;LINE</source>
            <translation>TÊN=DÒNG;DÒNG</translation>
        </message>
        <message>
            <source>take the lines that `counts offices` proposes</source>
            <translation>lấy các dòng mà `counts offices` đề xuất</translation>
        </message>
        <message>
            <source>id of the report by whose counts offices are measured</source>
            <translation>mã báo cáo dùng để xét cơ quan lớn hay nhỏ</translation>
        </message>
        <message>
            <source>Name both a report and a period, or neither.</source>
            <translation>Hãy nêu cả báo cáo và kỳ báo cáo, hoặc không nêu gì.</translation>
        </message>
        <message>
            <source>{report}, {period}: could be published.</source>
            <translation>{report}, {period}: công bố được.</translation>
        </message>
        <message>
            <source>What was released does not protect everybody.</source>
            <translation>Số liệu đã công bố còn có thể làm lộ người.</translation>
        </message>
        <message>
            <source>The release {name} is withdrawn. What it told stays known.</source>
            <translation>Đã thu hồi bản công bố {name}. Những gì đã công bố vẫn coi là đã biết.</translation>
        </message>
        <message>
            <source>Protected statistics: count, publish and check them.</source>
            <translation>Số liệu được bảo vệ: đếm, công bố và kiểm tra.</translation>
        </message>
        <message>
            <source>Counts of many offices, added up.</source>
            <translation>Số đếm của nhiều đơn vị, cộng lại.</translation>
        </message>
        <message>
            <source>list the reports, or all indicators</source>
            <translation>liệt kê các báo cáo, hoặc mọi chỉ số</translation>
        </message>
        <message>
            <source>print the result for a program</source>
            <translation>in kết quả dạng JSON cho chương trình khác đọc</translation>
        </message>
        <message>
            <source>what is counted, and what waits for records that are not there yet</source>
            <translation>chỉ số nào đếm được, chỉ số nào còn chờ loại hồ sơ chưa có</translation>
        </message>
        <message>
            <source>show the tables of a report, or the figures of a release</source>
            <translation>xem các bảng của một báo cáo, hoặc số liệu của một bản công bố</translation>
        </message>
        <message>
            <source>id of a report or name of a release, as the lists show them</source>
            <translation>mã báo cáo hoặc tên bản công bố, như trong danh sách</translation>
        </message>
        <message>
            <source>REPORT|RELEASE</source>
            <translation>BÁO_CÁO|BẢN_CÔNG_BỐ</translation>
        </message>
        <message>
            <source>list what was released</source>
            <translation>liệt kê những gì đã công bố</translation>
        </message>
        <message>
            <source>attack all that was released, together; with a report, also what it would add</source>
            <translation>thử dò tất cả số đã công bố cùng một lúc; ghi thêm báo cáo thì thử cả phần sắp công bố</translation>
        </message>
        <message>
            <source>publish a report: protected, attacked, frozen, written into files</source>
            <translation>công bố một báo cáo: bảo vệ, thử dò, chốt số rồi ghi ra tệp</translation>
        </message>
        <message>
            <source>code of the commune or province, where the report has places</source>
            <translation>mã xã hoặc tỉnh, nếu báo cáo chia theo địa bàn</translation>
        </message>
        <message>
            <source>who is handed it: public, or the network of offices</source>
            <translation>đưa cho ai: public (mọi người) hoặc network (mạng lưới các đơn vị)</translation>
        </message>
        <message>
            <source>publish a second edition of a year, by the rules for corrections</source>
            <translation>công bố bản đính chính của một năm, theo quy tắc đính chính</translation>
        </message>
        <message>
            <source>make the files of a release again: the same bytes</source>
            <translation>tạo lại các tệp của một bản công bố, giống hệt từng byte</translation>
        </message>
        <message>
            <source>mark a release as taken back; what it told stays known</source>
            <translation>ghi thu hồi một bản công bố; những gì đã công bố vẫn coi là đã biết</translation>
        </message>
        <message>
            <source>why; it stays on record</source>
            <translation>lý do; được lưu lại</translation>
        </message>
        <message>
            <source>with figures by office, as `counts divide` has settled them</source>
            <translation>kèm số liệu theo cơ quan, như `counts divide` đã quy định</translation>
        </message>
        <message>
            <source>the report of one office, rounded together with all others</source>
            <translation>báo cáo riêng của một cơ quan, làm tròn chung với các cơ quan khác</translation>
        </message>
        <message>
            <source>name of the release, as the list shows it</source>
            <translation>tên bản công bố, như trong danh sách</translation>
        </message>
        <message>
            <source>RELEASE</source>
            <translation>BẢN_CÔNG_BỐ</translation>
        </message>
        <message>
            <source>do not show this table; may be typed more than once</source>
            <translation>không đưa ra bảng này; có thể ghi nhiều lần</translation>
        </message>
        <message>
            <source>TABLE</source>
            <translation>BẢNG</translation>
        </message>
        <message>
            <source>file with the identifiers of a DHIS2 instance</source>
            <translation>tệp chứa các mã định danh của một hệ thống DHIS2</translation>
        </message>
        <message>
            <source>my-cabinet</source>
            <translation>tu-ho-so</translation>
        </message>
        <message>
            <source>new-cabinet</source>
            <translation>tu-moi</translation>
        </message>
        <message>
            <source>password.txt</source>
            <translation>mat-khau.txt</translation>
        </message>
        <message>
            <source>case.json</source>
            <translation>ho-so.json</translation>
        </message>
        <message>
            <source>referral.json</source>
            <translation>phieu.json</translation>
        </message>
        <message>
            <source>referral.pdf</source>
            <translation>phieu.pdf</translation>
        </message>
        <message>
            <source>my-folder</source>
            <translation>thu-muc</translation>
        </message>
        <message>
            <source>sealed-file.age</source>
            <translation>tep-niem-phong.age</translation>
        </message>
        <message>
            <source>member-list.age</source>
            <translation>so-cong-bo.age</translation>
        </message>
        <message>
            <source>office-a.age</source>
            <translation>don-vi-a.age</translation>
        </message>
        <message>
            <source>office-b.age</source>
            <translation>don-vi-b.age</translation>
        </message>
        <message>
            <source>Usage</source>
            <translation>Cách gõ</translation>
        </message>
        <message>
            <source>Commands</source>
            <translation>Lệnh</translation>
        </message>
        <message>
            <source>Example</source>
            <translation>Ví dụ</translation>
        </message>
        <message>
            <source>2025, 2025-Q2, 2025-H1 or 2021..2025</source>
            <translation>2025, 2025-Q2, 2025-H1 hoặc 2021..2025</translation>
        </message>
        <message>
            <source>This is missing: {names}</source>
            <translation>Còn thiếu: {names}</translation>
        </message>
        <message>
            <source>This is not known here: {names}</source>
            <translation>Không có mục này ở đây: {names}</translation>
        </message>
        <message>
            <source>{name} could mean each of these: {names}</source>
            <translation>{name} có thể hiểu là: {names}</translation>
        </message>
        <message>
            <source>{name}: {what}</source>
            <translation>{name}: {what}</translation>
        </message>
        <message>
            <source>{value} is not known here; known are: {names}</source>
            <translation>không có “{value}”; chỉ có: {names}</translation>
        </message>
        <message>
            <source>{value} is not a whole number</source>
            <translation>“{value}” không phải là số nguyên</translation>
        </message>
        <message>
            <source>a value belongs behind it</source>
            <translation>cần ghi giá trị phía sau</translation>
        </message>
        <message>
            <source>it takes no value: {value}</source>
            <translation>mục này không nhận giá trị: {value}</translation>
        </message>
        <message>
            <source>Arguments</source>
            <translation>Phần cần ghi</translation>
        </message>
        <message>
            <source>Options</source>
            <translation>Tùy chọn</translation>
        </message>
        <message>
            <source>show this help, and end</source>
            <translation>hiện trợ giúp này rồi kết thúc</translation>
        </message>
        <message>
            <source>folder of the cabinet</source>
            <translation>thư mục của tủ hồ sơ</translation>
        </message>
        <message>
            <source>read the password from this file; else it is asked for</source>
            <translation>đọc mật khẩu từ tệp này; không có thì chương trình hỏi</translation>
        </message>
        <message>
            <source>go on</source>
            <translation>tiếp tục</translation>
        </message>
        <message>
            <source>The cabinet is made.</source>
            <translation>Đã tạo xong tủ hồ sơ.</translation>
        </message>
        <message>
            <source>Recovery number, to be written down and kept elsewhere: {number}</source>
            <translation>Số khôi phục, hãy ghi ra giấy và cất ở nơi khác: {number}</translation>
        </message>
        <message>
            <source>The cabinet is damaged. See the list above.</source>
            <translation>Tủ hồ sơ bị hỏng. Xem danh sách ở trên.</translation>
        </message>
        <message>
            <source>There is nothing to confirm: this cabinet can be written to.</source>
            <translation>Không có gì cần xác nhận: tủ hồ sơ này vẫn ghi được.</translation>
        </message>
        <message>
            <source>The cabinet can be written to again. The journal tells of it.</source>
            <translation>Tủ hồ sơ ghi được trở lại. Việc này đã vào nhật ký.</translation>
        </message>
        <message>
            <source>To be removed for good, with history, drafts and files: {codes}</source>
            <translation>Sẽ xóa hẳn, cả lịch sử, bản nháp và tệp kèm theo: {codes}</translation>
        </message>
        <message>
            <source>Cases purged from this cabinet: {count}</source>
            <translation>Số hồ sơ đã xóa hẳn khỏi tủ này: {count}</translation>
        </message>
        <message>
            <source>Type “{word}” to confirm: </source>
            <translation>Gõ “{word}” để xác nhận: </translation>
        </message>
        <message>
            <source>Not confirmed. Nothing was changed.</source>
            <translation>Chưa xác nhận. Không có gì thay đổi.</translation>
        </message>
        <message>
            <source>Cabinets: make, check and look after them.</source>
            <translation>Tủ hồ sơ: tạo, kiểm tra và trông giữ.</translation>
        </message>
        <message>
            <source>read every page, key and link of the journal; it changes nothing</source>
            <translation>đọc mọi trang dữ liệu, khóa và mắt xích của nhật ký; không thay đổi gì</translation>
        </message>
        <message>
            <source>go on with a cabinet that is older than it was, or whose journal was changed</source>
            <translation>dùng tiếp một tủ cũ hơn lần mở trước, hoặc có nhật ký đã bị sửa</translation>
        </message>
        <message>
            <source>remove cases for good, and take new keys; nobody can take that back</source>
            <translation>xóa hẳn hồ sơ và đổi khóa mới; không ai lấy lại được</translation>
        </message>
        <message>
            <source>do it without asking once more</source>
            <translation>làm luôn, không hỏi lại</translation>
        </message>
        <message>
            <source>list what was purged, by random ids</source>
            <translation>liệt kê những gì đã xóa hẳn, theo mã ngẫu nhiên</translation>
        </message>
        <message>
            <source>save what can be read of a damaged cabinet into a new one, and list the rest</source>
            <translation>cứu những gì đọc được của một tủ hỏng vào tủ mới và liệt kê phần còn lại</translation>
        </message>
        <message>
            <source>folder of the new cabinet</source>
            <translation>thư mục của tủ mới</translation>
        </message>
        <message>
            <source>make a new cabinet, and show its recovery number once</source>
            <translation>tạo tủ hồ sơ mới và cho xem số khôi phục một lần</translation>
        </message>
        <message>
            <source>your name, as papers print it</source>
            <translation>họ tên của bạn, như in trên giấy</translation>
        </message>
        <message>
            <source>what your office is; see below</source>
            <translation>loại cơ quan của bạn; xem mã bên dưới</translation>
        </message>
        <message>
            <source>what you are there; see below</source>
            <translation>vai trò của bạn; xem mã bên dưới</translation>
        </message>
        <message>
            <source>code of the commune, or of the province, by the list of July 2025</source>
            <translation>mã xã hoặc mã tỉnh, theo danh mục từ tháng 7/2025</translation>
        </message>
        <message>
            <source>name of the office, as papers print it</source>
            <translation>tên cơ quan, như in trên giấy</translation>
        </message>
        <message>
            <source>Offices</source>
            <translation>Loại cơ quan</translation>
        </message>
        <message>
            <source>Roles</source>
            <translation>Vai trò</translation>
        </message>
        <message>
            <source>not one of: {codes}</source>
            <translation>chỉ nhận một trong các mã: {codes}</translation>
        </message>
        <message>
            <source>must be 1 to {most} letters, none of which controls what is shown</source>
            <translation>phải có từ 1 đến {most} chữ, không có ký tự điều khiển</translation>
        </message>
        <message>
            <source>not the code of a province or commune of today's list</source>
            <translation>không phải mã tỉnh hoặc mã xã trong danh mục hiện nay</translation>
        </message>
        <message>
            <source>Left out: the account, who is said to have done it, notes, identity number, phone number.</source>
            <translation>Không in ở đây: lời kể, người gây bạo lực, ghi chú, số định danh, số điện thoại.</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>Phiếu</translation>
        </message>
        <message>
            <source>Incident {number}</source>
            <translation>Vụ việc {number}</translation>
        </message>
        <message>
            <source>Urgent check</source>
            <translation>Kiểm tra khẩn cấp</translation>
        </message>
        <message>
            <source>What was agreed</source>
            <translation>Đã đồng ý những gì</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>Chuyện đã xảy ra</translation>
        </message>
        <message>
            <source>What comes next</source>
            <translation>Việc tiếp theo</translation>
        </message>
        <message>
            <source>Last events</source>
            <translation>Diễn biến gần đây</translation>
        </message>
        <message>
            <source>Still missing, or to look at again: {count}</source>
            <translation>Còn thiếu hoặc cần xem lại: {count}</translation>
        </message>
        <message>
            <source>Summary of the case</source>
            <translation>Tóm tắt hồ sơ</translation>
        </message>
        <message>
            <source>Nothing yet</source>
            <translation>Chưa có</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>và {count} mục nữa</translation>
        </message>
        <message>
            <source>List of codes</source>
            <translation>Danh sách mã</translation>
        </message>
        <message>
            <source>{date}, {count} codes</source>
            <translation>{date}, {count} mã</translation>
        </message>
        <message>
            <source>There is no code.</source>
            <translation>Không có mã nào.</translation>
        </message>
        <message>
            <source>I agree that {office} writes down what I say, and helps me. I can stop at any time and need not say why.</source>
            <translation>Tôi đồng ý để {office} ghi lại những điều tôi nói và hỗ trợ tôi. Tôi có thể dừng bất cứ lúc nào mà không cần nói lý do.</translation>
        </message>
        <message>
            <source>I agree that {office} gives what is ticked below to {recipient}, so that they can help me. Nothing else is given.</source>
            <translation>Tôi đồng ý để {office} đưa những thông tin đánh dấu dưới đây cho {recipient} để nơi đó hỗ trợ tôi. Ngoài ra không đưa gì khác.</translation>
        </message>
        <message>
            <source>I agree that my answers are counted together with those of many others, without my name. Nobody can see from the numbers that it was me.</source>
            <translation>Tôi đồng ý để câu trả lời của tôi được tính chung với nhiều người khác, không có tên tôi. Không ai nhìn vào con số mà biết đó là tôi.</translation>
        </message>
        <message>
            <source>I agree that pictures or recordings are made and kept for me. I decide whether they are shown to anyone.</source>
            <translation>Tôi đồng ý để chụp ảnh, ghi âm và giữ lại giúp tôi. Có cho ai xem hay không là do tôi quyết định.</translation>
        </message>
        <message>
            <source>I agree that {office} asks me later how I am, in the safe way that I have named.</source>
            <translation>Tôi đồng ý để sau này {office} hỏi thăm tôi, theo cách an toàn mà tôi đã nói.</translation>
        </message>
        <message>
            <source>Yes, I agree</source>
            <translation>Tôi đồng ý</translation>
        </message>
        <message>
            <source>I agree in part</source>
            <translation>Đồng ý một phần</translation>
        </message>
        <message>
            <source>No, I do not agree</source>
            <translation>Tôi không đồng ý</translation>
        </message>
        <message>
            <source>What my information is needed for</source>
            <translation>Thông tin của tôi cần để làm gì</translation>
        </message>
        <message>
            <source>Who receives it</source>
            <translation>Ai được nhận</translation>
        </message>
        <message>
            <source>When it cannot be kept secret</source>
            <translation>Khi nào không thể giữ kín</translation>
        </message>
        <message>
            <source>What must be reported by law</source>
            <translation>Việc nào phải báo theo quy định</translation>
        </message>
        <message>
            <source>That I may say no, and am still helped</source>
            <translation>Tôi từ chối thì vẫn được hỗ trợ</translation>
        </message>
        <message>
            <source>That I may take this back at any time</source>
            <translation>Tôi có quyền rút lại bất cứ lúc nào</translation>
        </message>
        <message>
            <source>What could happen if it is shared</source>
            <translation>Điều gì có thể xảy ra khi chia sẻ</translation>
        </message>
        <message>
            <source>My name, birth year and sex</source>
            <translation>Họ tên, năm sinh, giới tính của tôi</translation>
        </message>
        <message>
            <source>How to reach me, where I live</source>
            <translation>Cách liên lạc với tôi, nơi tôi ở</translation>
        </message>
        <message>
            <source>In short, what happened</source>
            <translation>Tóm tắt chuyện đã xảy ra</translation>
        </message>
        <message>
            <source>All that I have told</source>
            <translation>Toàn bộ lời tôi kể</translation>
        </message>
        <message>
            <source>My health</source>
            <translation>Sức khỏe của tôi</translation>
        </message>
        <message>
            <source>Others who have to do with it</source>
            <translation>Người khác có liên quan</translation>
        </message>
        <message>
            <source>How safe I am</source>
            <translation>Tôi có an toàn hay không</translation>
        </message>
        <message>
            <source>My children</source>
            <translation>Con của tôi</translation>
        </message>
        <message>
            <source>What I live on</source>
            <translation>Hoàn cảnh kinh tế của tôi</translation>
        </message>
        <message>
            <source>Myself</source>
            <translation>Chính tôi</translation>
        </message>
        <message>
            <source>Caregiver</source>
            <translation>Người chăm sóc</translation>
        </message>
        <message>
            <source>Legal guardian</source>
            <translation>Người giám hộ</translation>
        </message>
        <message>
            <source>An adult whom I trust</source>
            <translation>Người lớn mà tôi tin cậy</translation>
        </message>
        <message>
            <source>Consent form</source>
            <translation>Phiếu đồng ý</translation>
        </message>
        <message>
            <source>I am: {name}</source>
            <translation>Tôi là: {name}</translation>
        </message>
        <message>
            <source>This was explained to me:</source>
            <translation>Tôi đã được giải thích:</translation>
        </message>
        <message>
            <source>This may be given:</source>
            <translation>Thông tin được đưa đi:</translation>
        </message>
        <message>
            <source>What I do not want:</source>
            <translation>Điều tôi không muốn:</translation>
        </message>
        <message>
            <source>the support ends</source>
            <translation>khi việc hỗ trợ kết thúc</translation>
        </message>
        <message>
            <source>Taken back on {moment}.</source>
            <translation>Đã rút lại ngày {moment}.</translation>
        </message>
        <message>
            <source>This holds until {end}, or until I take it back.</source>
            <translation>Sự đồng ý này có giá trị đến {end}, hoặc đến khi tôi rút lại.</translation>
        </message>
        <message>
            <source>Who agrees, and how:</source>
            <translation>Ai đồng ý, bằng cách nào:</translation>
        </message>
        <message>
            <source>I agree</source>
            <translation>Em đồng ý</translation>
        </message>
        <message>
            <source>I do not agree</source>
            <translation>Em không đồng ý</translation>
        </message>
        <message>
            <source>For a child from 7 years on</source>
            <translation>Dành cho trẻ từ 7 tuổi</translation>
        </message>
        <message>
            <source>They have told me what they want to do and why. I may ask everything. I may say no, and nobody will be angry with me.</source>
            <translation>Em đã được nói rõ sẽ làm gì và vì sao. Em được hỏi mọi điều. Em được nói không, và không ai giận em.</translation>
        </message>
        <message>
            <source>My name, or a drawing:</source>
            <translation>Tên của em, hoặc một hình vẽ:</translation>
        </message>
        <message>
            <source>Who agrees</source>
            <translation>Người đồng ý</translation>
        </message>
        <message>
            <source>Who explained it</source>
            <translation>Người giải thích</translation>
        </message>
        <message>
            <source>Witness, interpreter</source>
            <translation>Người làm chứng, phiên dịch</translation>
        </message>
        <message>
            <source>(signature or thumbprint, full name)</source>
            <translation>(Ký hoặc điểm chỉ, ghi rõ họ tên)</translation>
        </message>
        <message>
            <source>I have a copy of this form if I want one.</source>
            <translation>Tôi được nhận một bản của phiếu này nếu muốn.</translation>
        </message>
        <message>
            <source>Copy {number}/{all}</source>
            <translation>Bản {number}/{all}</translation>
        </message>
        <message>
            <source>To:</source>
            <translation>Kính gửi:</translation>
        </message>
        <message>
            <source>To be opened by the receiver only.</source>
            <translation>Chỉ người nhận được mở.</translation>
        </message>
        <message>
            <source>If it cannot be delivered, please call {phone}.</source>
            <translation>Không đến được tay người nhận, xin gọi {phone}.</translation>
        </message>
        <message>
            <source>Cut out and stick on the envelope.</source>
            <translation>Cắt theo khung và dán lên phong bì.</translation>
        </message>
        <message>
            <source>The person</source>
            <translation>Người được hỗ trợ</translation>
        </message>
        <message>
            <source>Alleged perpetrator</source>
            <translation>Người gây bạo lực</translation>
        </message>
        <message>
            <source>U</source>
            <translation>K</translation>
        </message>
        <message>
            <source>P</source>
            <translation>T</translation>
        </message>
        <message>
            <source>N</source>
            <translation>A</translation>
        </message>
        <message>
            <source>Intake form</source>
            <translation>Phiếu tiếp nhận</translation>
        </message>
        <message>
            <source>Nothing has to be filled in. Any question may be left out.</source>
            <translation>Không bắt buộc điền. Câu nào cũng có thể bỏ qua.</translation>
        </message>
        <message>
            <source>In the box on the right: {ways}.</source>
            <translation>Ghi vào ô bên phải: {ways}.</translation>
        </message>
        <message>
            <source>The next questions may be hard to speak about. Any may be left out.</source>
            <translation>Những câu sau có thể khó nói. Có thể bỏ qua bất cứ câu nào.</translation>
        </message>
        <message>
            <source>Province</source>
            <translation>Tỉnh, thành phố</translation>
        </message>
        <message>
            <source>Commune, ward</source>
            <translation>Xã, phường</translation>
        </message>
        <message>
            <source>Village, hamlet</source>
            <translation>Thôn, làng, tổ dân phố</translation>
        </message>
        <message>
            <source>Sheet of keys</source>
            <translation>Bảng phím tắt</translation>
        </message>
        <message>
            <source>phone {phone}</source>
            <translation>điện thoại {phone}</translation>
        </message>
        <message>
            <source>No.:</source>
            <translation>Số:</translation>
        </message>
        <message>
            <source>(signature, full name)</source>
            <translation>(Ký, ghi rõ họ tên)</translation>
        </message>
        <message>
            <source>Date:</source>
            <translation>Ngày:</translation>
        </message>
        <message>
            <source>Recipients:</source>
            <translation>Nơi nhận:</translation>
        </message>
        <message>
            <source>date ...... / ...... / ............</source>
            <translation>ngày ...... tháng ...... năm ............</translation>
        </message>
        <message>
            <source>chosen</source>
            <translation>đã chọn</translation>
        </message>
        <message>
            <source>not chosen</source>
            <translation>không chọn</translation>
        </message>
        <message>
            <source>Page {number}/{all}</source>
            <translation>Trang {number}/{all}</translation>
        </message>
        <message>
            <source>This file is larger than 20 MB. Take the picture again in a smaller size.</source>
            <translation>Tệp này lớn hơn 20 MB. Hãy chụp lại với cỡ nhỏ hơn.</translation>
        </message>
        <message>
            <source>This file is not a whole picture in JPEG or PNG. Take the picture again.</source>
            <translation>Tệp này không phải ảnh JPEG hoặc PNG còn nguyên. Hãy chụp lại.</translation>
        </message>
        <message>
            <source>This picture has too many points. Take it again in a smaller size.</source>
            <translation>Ảnh này quá lớn. Hãy chụp lại với cỡ nhỏ hơn.</translation>
        </message>
        <message>
            <source>This picture could not be read, and reading was stopped. Take it again.</source>
            <translation>Không đọc được ảnh này và đã dừng đọc. Hãy chụp lại.</translation>
        </message>
        <message>
            <source>Recovery sheet</source>
            <translation>Phiếu khôi phục</translation>
        </message>
        <message>
            <source>Kept at:</source>
            <translation>Nơi cất:</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>Nhãn</translation>
        </message>
        <message>
            <source>Made on</source>
            <translation>Ngày lập</translation>
        </message>
        <message>
            <source>This number opens the cabinet when its password is forgotten.</source>
            <translation>Dãy số này mở được tủ hồ sơ khi quên mật khẩu.</translation>
        </message>
        <message>
            <source>Keep this sheet apart from the computer, in a sealed envelope or a locked place. Do not photograph it, do not copy it, do not send it.</source>
            <translation>Cất phiếu này ở nơi khác với máy tính, trong phong bì dán kín hoặc nơi có khóa. Không chụp ảnh, không sao chép, không gửi đi.</translation>
        </message>
        <message>
            <source>Changing the password leaves this number as it is. Once the number was used, a new one is made and this sheet opens nothing any more.</source>
            <translation>Đổi mật khẩu không làm thay đổi dãy số này. Sau khi đã dùng dãy số để mở tủ, chương trình tạo dãy số mới và phiếu này không còn dùng được nữa.</translation>
        </message>
        <message>
            <source>Without password and without number nobody can open the cabinet again.</source>
            <translation>Mất cả mật khẩu và dãy số thì không ai mở lại được tủ hồ sơ.</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Lý do</translation>
        </message>
        <message>
            <source>Please receive the person in a quiet room, by staff of the same sex if that is wished, and keep the medical record; give certificates on request.</source>
            <translation>Đề nghị tiếp người được giới thiệu ở nơi kín đáo, bố trí nhân viên cùng giới nếu người ấy muốn; lưu hồ sơ y tế và cấp giấy chứng nhận khi có yêu cầu.</translation>
        </message>
        <message>
            <source>Please have the person received alone, in a safe place, by an officer of the same sex if that is wished, and never together with others involved.</source>
            <translation>Đề nghị bố trí cán bộ tiếp riêng người được giới thiệu ở nơi an toàn, cùng giới nếu người ấy muốn, không làm việc cùng lúc với người liên quan khác.</translation>
        </message>
        <message>
            <source>Please keep secret where the person stays and that she or he has come to you.</source>
            <translation>Đề nghị giữ kín nơi ở và việc người được giới thiệu đã đến với Quý cơ quan.</translation>
        </message>
        <message>
            <source>Please speak with the person alone, in plain words, and explain what each step means before it is taken.</source>
            <translation>Đề nghị trao đổi riêng với người được giới thiệu bằng lời dễ hiểu, giải thích rõ từng bước trước khi thực hiện.</translation>
        </message>
        <message>
            <source>Please name one member of staff in charge, and tell us if that changes.</source>
            <translation>Đề nghị cử một cán bộ phụ trách và cho chúng tôi biết nếu có thay đổi.</translation>
        </message>
        <message>
            <source>Please receive the person alone and name one member of staff in charge.</source>
            <translation>Đề nghị tiếp riêng người được giới thiệu và cử một cán bộ phụ trách.</translation>
        </message>
        <message>
            <source>Referral form</source>
            <translation>Phiếu chuyển gửi</translation>
        </message>
        <message>
            <source>On introducing a person and working together in support</source>
            <translation>Về việc giới thiệu, phối hợp hỗ trợ</translation>
        </message>
        <message>
            <source>{office} introduces to you the person named below (form no. {number}) and asks you to give support as follows:</source>
            <translation>{office} xin giới thiệu đến Quý cơ quan người có tên dưới đây (phiếu số {number}) và đề nghị phối hợp hỗ trợ như sau:</translation>
        </message>
        <message>
            <source>What we ask you for</source>
            <translation>Nội dung đề nghị</translation>
        </message>
        <message>
            <source>The person we introduce</source>
            <translation>Người được giới thiệu</translation>
        </message>
        <message>
            <source>Ask us before you make contact.</source>
            <translation>Hỏi chúng tôi trước khi liên hệ.</translation>
        </message>
        <message>
            <source>Leave no message.</source>
            <translation>Không để lại lời nhắn.</translation>
        </message>
        <message>
            <source>Do not say where the call comes from.</source>
            <translation>Không nói gọi từ cơ quan nào.</translation>
        </message>
        <message>
            <source>What you need to know for this support</source>
            <translation>Thông tin cần cho việc hỗ trợ</translation>
        </message>
        <message>
            <source>Not sent: {lines}.</source>
            <translation>Không gửi kèm: {lines}.</translation>
        </message>
        <message>
            <source>This form holds only what is needed for the support and may be shared. It is for the receiver alone: do not copy it or pass it on; when the support has ended, return or destroy it.</source>
            <translation>Phiếu này chỉ ghi những thông tin cần cho việc hỗ trợ và được phép chia sẻ, chỉ dành cho nơi nhận: không sao chép, không chuyển cho người khác; khi xong việc, xin gửi trả hoặc hủy.</translation>
        </message>
        <message>
            <source>Referral mark, so that nobody is counted twice: {token}</source>
            <translation>Mã chuyển gửi, để thống kê không đếm trùng: {token}</translation>
        </message>
        <message>
            <source>Person in charge</source>
            <translation>Người phụ trách</translation>
        </message>
        <message>
            <source>Head of the office</source>
            <translation>Thủ trưởng đơn vị</translation>
        </message>
        <message>
            <source>As above</source>
            <translation>Như trên</translation>
        </message>
        <message>
            <source>Kept: office</source>
            <translation>Lưu: VT</translation>
        </message>
        <message>
            <source>Birth year</source>
            <translation>Năm sinh</translation>
        </message>
        <message>
            <source>Name, position</source>
            <translation>Họ tên, chức vụ</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Ngày</translation>
        </message>
        <message>
            <source>Signature</source>
            <translation>Chữ ký</translation>
        </message>
        <message>
            <source>Reply to form no. {number}</source>
            <translation>Trả lời phiếu số {number}</translation>
        </message>
        <message>
            <source>Reply slip</source>
            <translation>Phiếu phản hồi</translation>
        </message>
        <message>
            <source>To: {office}</source>
            <translation>Kính gửi: {office}</translation>
        </message>
        <message>
            <source>{answer}, on {day}</source>
            <translation>{answer}, ngày {day}</translation>
        </message>
        <message>
            <source>Seen</source>
            <translation>Đã gặp</translation>
        </message>
        <message>
            <source>Taken on</source>
            <translation>Đồng ý tiếp nhận</translation>
        </message>
        <message>
            <source>Support completed</source>
            <translation>Hoàn thành</translation>
        </message>
        <message>
            <source>Declined, because: {reason}</source>
            <translation>Từ chối, lý do: {reason}</translation>
        </message>
        <message>
            <source>Please send back to: {where}.</source>
            <translation>Xin gửi lại: {where}.</translation>
        </message>
        <message>
            <source>the office that sent the form</source>
            <translation>cơ quan đã gửi phiếu</translation>
        </message>
        <message>
            <source>By {moment}.</source>
            <translation>Hạn trả lời: {moment}.</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Báo cáo</translation>
        </message>
        <message>
            <source>Main figures</source>
            <translation>Số liệu chính</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>Số liệu</translation>
        </message>
        <message>
            <source>What was left out</source>
            <translation>Các trường hợp không tính</translation>
        </message>
        <message>
            <source>How the figures were made</source>
            <translation>Cách lập số liệu</translation>
        </message>
        <message>
            <source>Compiled by</source>
            <translation>Người lập báo cáo</translation>
        </message>
        <message>
            <source>Table {number}. {title}</source>
            <translation>Bảng {number}. {title}</translation>
        </message>
        <message>
            <source>Unit: {unit}</source>
            <translation>Đơn vị tính: {unit}</translation>
        </message>
        <message>
            <source>Chart of table {number}: {column}</source>
            <translation>Biểu đồ bảng {number}: {column}</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>TT</translation>
        </message>
        <message>
            <source>Content</source>
            <translation>Chỉ tiêu</translation>
        </message>
        <message>
            <source>Not provided</source>
            <translation>Không cung cấp</translation>
        </message>
        <message>
            <source>The survivor has withdrawn the consent to this.</source>
            <translation>Người được hỗ trợ đã rút lại sự đồng ý cho việc này.</translation>
        </message>
        <message>
            <source>The consent to this is no longer in force.</source>
            <translation>Sự đồng ý cho việc này đã hết hiệu lực.</translation>
        </message>
        <message>
            <source>The survivor has refused this.</source>
            <translation>Người được hỗ trợ đã từ chối việc này.</translation>
        </message>
        <message>
            <source>The consent to this is not complete.</source>
            <translation>Sự đồng ý cho việc này chưa ghi đầy đủ.</translation>
        </message>
        <message>
            <source>The survivor has not agreed to this. Ask, and record the answer first.</source>
            <translation>Người được hỗ trợ chưa đồng ý việc này. Hãy hỏi và ghi lại câu trả lời trước.</translation>
        </message>
        <message>
            <source>Not every point was explained before the consent was given.</source>
            <translation>Chưa giải thích đủ các nội dung trước khi lấy sự đồng ý.</translation>
        </message>
        <message>
            <source>A consent given by word needs the name of its witness.</source>
            <translation>Đồng ý bằng lời cần ghi tên người làm chứng.</translation>
        </message>
        <message>
            <source>It is not recorded who agreed.</source>
            <translation>Chưa ghi ai là người đồng ý.</translation>
        </message>
        <message>
            <source>An adult agrees in person, or through a legal guardian.</source>
            <translation>Người lớn tự mình đồng ý, hoặc qua người giám hộ.</translation>
        </message>
        <message>
            <source>From the age of 15 the young person agrees; others only with permission.</source>
            <translation>Từ 15 tuổi, chính người đó đồng ý; người khác chỉ khi được cho phép.</translation>
        </message>
        <message>
            <source>The caregiver is said to have used violence: another adult must agree.</source>
            <translation>Người chăm sóc bị cho là đã gây bạo lực: cần một người lớn khác đồng ý.</translation>
        </message>
        <message>
            <source>A caregiver must agree for a child of this age.</source>
            <translation>Trẻ ở tuổi này cần người chăm sóc đồng ý.</translation>
        </message>
        <message>
            <source>A child who agrees alone needs a trusted adult. Record who it is.</source>
            <translation>Trẻ tự đồng ý cần có một người lớn tin cậy. Hãy ghi người đó là ai.</translation>
        </message>
        <message>
            <source>From the age of 7 the child is asked, and must agree too.</source>
            <translation>Từ 7 tuổi, phải hỏi ý kiến trẻ và trẻ cũng phải đồng ý.</translation>
        </message>
        <message>
            <source>Sharing without consent needs its ground.</source>
            <translation>Chia sẻ không có sự đồng ý phải có căn cứ.</translation>
        </message>
        <message>
            <source>Sharing without consent needs a reason.</source>
            <translation>Chia sẻ không có sự đồng ý phải ghi lý do.</translation>
        </message>
        <message>
            <source>Sharing without consent needs the approval of a second person.</source>
            <translation>Chia sẻ không có sự đồng ý phải được người thứ hai duyệt.</translation>
        </message>
        <message>
            <source>Consent to case management is not recorded yet.</source>
            <translation>Chưa ghi sự đồng ý tham gia quản lý trường hợp.</translation>
        </message>
        <message>
            <source>The survivor has not agreed to any sharing for a referral.</source>
            <translation>Người được hỗ trợ chưa đồng ý chia sẻ thông tin để chuyển gửi.</translation>
        </message>
        <message>
            <source>The survivor agreed to share with others, but not with this provider.</source>
            <translation>Người được hỗ trợ đồng ý chia sẻ với nơi khác, nhưng không phải với đơn vị này.</translation>
        </message>
        <message>
            <source>Case code</source>
            <translation>Mã hồ sơ</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Trạng thái</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>Bước</translation>
        </message>
        <message>
            <source>Registered on</source>
            <translation>Ngày đăng ký</translation>
        </message>
        <message>
            <source>Why it waits</source>
            <translation>Lý do tạm dừng</translation>
        </message>
        <message>
            <source>Look again on</source>
            <translation>Ngày xem lại</translation>
        </message>
        <message>
            <source>Closed on</source>
            <translation>Ngày đóng</translation>
        </message>
        <message>
            <source>Merged into</source>
            <translation>Gộp vào hồ sơ</translation>
        </message>
        <message>
            <source>Printed and saved</source>
            <translation>Nhật ký in, xuất</translation>
        </message>
        <message>
            <source>It was not asked yet how to make contact safely.</source>
            <translation>Chưa hỏi cách liên lạc an toàn.</translation>
        </message>
        <message>
            <source>{age} years old</source>
            <translation>{age} tuổi</translation>
        </message>
        <message>
            <source>say: “{words}”</source>
            <translation>nói: “{words}”</translation>
        </message>
        <message>
            <source>not described yet</source>
            <translation>chưa mô tả</translation>
        </message>
        <message>
            <source>“{field}” is not answered yet.</source>
            <translation>Chưa trả lời “{field}”.</translation>
        </message>
        <message>
            <source>An age of over 120 years cannot be.</source>
            <translation>Tuổi không thể trên 120.</translation>
        </message>
        <message>
            <source>The date of birth lies in the future.</source>
            <translation>Ngày sinh muộn hơn hôm nay. Hãy xem lại.</translation>
        </message>
        <message>
            <source>The age and the date of birth differ by more than a year.</source>
            <translation>Tuổi và ngày sinh lệch nhau hơn một năm. Hãy xem lại.</translation>
        </message>
        <message>
            <source>The survivor is under 18: who cares for her or him?</source>
            <translation>Người được hỗ trợ dưới 18 tuổi: ai đang chăm sóc?</translation>
        </message>
        <message>
            <source>The first report lies in the future.</source>
            <translation>Ngày tiếp nhận muộn hơn hôm nay. Hãy xem lại.</translation>
        </message>
        <message>
            <source>The first report is dated after the day on which the case was opened.</source>
            <translation>Ngày tiếp nhận sau ngày mở hồ sơ.</translation>
        </message>
        <message>
            <source>A second person reviews sharing in immediate danger within 24 hours.</source>
            <translation>Chia sẻ vì nguy hiểm tức thời cần người thứ hai xem lại trong 24 giờ.</translation>
        </message>
        <message>
            <source>Consent to anonymous statistics was not asked yet.</source>
            <translation>Chưa hỏi sự đồng ý cho thống kê ẩn danh.</translation>
        </message>
        <message>
            <source>Another incident of this case has the same date and type.</source>
            <translation>Hồ sơ này có một vụ việc khác cùng ngày và cùng loại hình.</translation>
        </message>
        <message>
            <source>The incident lies in the future.</source>
            <translation>Ngày xảy ra vụ việc muộn hơn hôm nay. Hãy xem lại.</translation>
        </message>
        <message>
            <source>The incident is dated after the first report about it.</source>
            <translation>Ngày xảy ra vụ việc sau ngày tiếp nhận.</translation>
        </message>
        <message>
            <source>The incident is dated before the birth.</source>
            <translation>Ngày xảy ra vụ việc trước ngày sinh.</translation>
        </message>
        <message>
            <source>More than 5 years lie between the incident and the first report.</source>
            <translation>Từ khi xảy ra vụ việc đến khi báo tin đã hơn 5 năm.</translation>
        </message>
        <message>
            <source>The questions about the type are not all answered.</source>
            <translation>Chưa trả lời hết các câu hỏi phân loại.</translation>
        </message>
        <message>
            <source>The answers give no type. Go through the six questions with the supervisor.</source>
            <translation>Theo các câu trả lời thì chưa xác định được loại hình. Hãy cùng người giám sát xem lại sáu câu hỏi.</translation>
        </message>
        <message>
            <source>The type differs from the answers. Say why, or follow the answers.</source>
            <translation>Loại hình khác với câu trả lời. Hãy ghi lý do, hoặc để theo câu trả lời.</translation>
        </message>
        <message>
            <source>One of the answers is yes, yet it is said not to be gender-based violence.</source>
            <translation>Có câu trả lời “Có”, nhưng lại ghi không phải bạo lực trên cơ sở giới.</translation>
        </message>
        <message>
            <source>Not gender-based violence, but there is an injury. Please look again.</source>
            <translation>Không phải bạo lực trên cơ sở giới nhưng có thương tích. Hãy xem lại.</translation>
        </message>
        <message>
            <source>Record who is said to have done it, or that nothing is known.</source>
            <translation>Hãy ghi người bị cho là gây bạo lực, hoặc ghi rằng không biết gì về người đó.</translation>
        </message>
        <message>
            <source>It is said that nothing is known, yet an alleged perpetrator is recorded.</source>
            <translation>Đã ghi là không biết gì, nhưng lại có người gây bạo lực trong hồ sơ.</translation>
        </message>
        <message>
            <source>Only one alleged perpetrator of an incident can be the primary one.</source>
            <translation>Mỗi vụ việc chỉ có một người gây bạo lực chính.</translation>
        </message>
        <message>
            <source>Which alleged perpetrator is the primary one?</source>
            <translation>Ai là người gây bạo lực chính?</translation>
        </message>
        <message>
            <source>The place is known only to the province.</source>
            <translation>Nơi xảy ra chỉ mới biết đến cấp tỉnh.</translation>
        </message>
        <message>
            <source>The services in the seven sectors are not all asked: the intake is open.</source>
            <translation>Chưa hỏi đủ dịch vụ của bảy lĩnh vực: phần tiếp nhận chưa xong.</translation>
        </message>
        <message>
            <source>An answer to this referral is overdue.</source>
            <translation>Phiếu chuyển gửi này đã quá hạn trả lời.</translation>
        </message>
        <message>
            <source>Ground</source>
            <translation>Căn cứ</translation>
        </message>
        <message>
            <source>Approved by</source>
            <translation>Người duyệt</translation>
        </message>
        <message>
            <source>A second person. In immediate danger it is reviewed within 24 hours.</source>
            <translation>Một người thứ hai. Nếu nguy hiểm tức thời thì xem lại trong 24 giờ.</translation>
        </message>
        <message>
            <source>Approved on</source>
            <translation>Duyệt lúc</translation>
        </message>
        <message>
            <source>The survivor was told</source>
            <translation>Đã cho người được hỗ trợ biết</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>Mục đích</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>Quyết định</translation>
        </message>
        <message>
            <source>Sector that may receive it</source>
            <translation>Lĩnh vực được nhận</translation>
        </message>
        <message>
            <source>Provider that may receive it</source>
            <translation>Đơn vị được nhận</translation>
        </message>
        <message>
            <source>Information that may be shared</source>
            <translation>Thông tin được phép chia sẻ</translation>
        </message>
        <message>
            <source>Each point is asked by itself; what is not ticked is not shared.</source>
            <translation>Hỏi riêng từng mục; mục nào không đánh dấu thì không chia sẻ.</translation>
        </message>
        <message>
            <source>Limits set by the survivor</source>
            <translation>Giới hạn do người được hỗ trợ đặt ra</translation>
        </message>
        <message>
            <source>The child agrees too</source>
            <translation>Trẻ cũng đồng ý</translation>
        </message>
        <message>
            <source>From the age of 7 the child is always asked.</source>
            <translation>Từ 7 tuổi luôn phải hỏi ý kiến trẻ.</translation>
        </message>
        <message>
            <source>Form</source>
            <translation>Hình thức</translation>
        </message>
        <message>
            <source>What was explained</source>
            <translation>Nội dung đã giải thích</translation>
        </message>
        <message>
            <source>Explain each point before anything is told.</source>
            <translation>Giải thích từng nội dung trước khi nghe kể.</translation>
        </message>
        <message>
            <source>Given on</source>
            <translation>Đồng ý lúc</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>Có hiệu lực đến</translation>
        </message>
        <message>
            <source>Empty: until the case is closed.</source>
            <translation>Để trống: đến khi đóng hồ sơ.</translation>
        </message>
        <message>
            <source>With an interpreter</source>
            <translation>Có phiên dịch</translation>
        </message>
        <message>
            <source>Witness</source>
            <translation>Người làm chứng</translation>
        </message>
        <message>
            <source>Signed copy</source>
            <translation>Bản có chữ ký</translation>
        </message>
        <message>
            <source>Withdrawn on</source>
            <translation>Rút lại lúc</translation>
        </message>
        <message>
            <source>Why it was withdrawn</source>
            <translation>Lý do rút lại</translation>
        </message>
        <message>
            <source>Sharing without consent</source>
            <translation>Chia sẻ không có sự đồng ý</translation>
        </message>
        <message>
            <source>This is not a date. Write it as 08/03/1990, 03/1990 or 1990.</source>
            <translation>Chưa đọc được ngày này. Viết như 08/03/1990, 03/1990 hoặc 1990.</translation>
        </message>
        <message>
            <source>There is no day {typed}. Type it again, or type only the year.</source>
            <translation>Ngày {typed} không có thật. Nhập lại, hoặc chỉ nhập năm.</translation>
        </message>
        <message>
            <source>The date of birth {typed} lies in the future.</source>
            <translation>Ngày sinh {typed} muộn hơn hôm nay. Hãy xem lại.</translation>
        </message>
        <message>
            <source>Something went wrong. Nothing was lost.</source>
            <translation>Có lỗi xảy ra. Không có gì bị mất.</translation>
        </message>
        <message>
            <source>Stopped. Nothing was changed.</source>
            <translation>Đã dừng. Không có gì thay đổi.</translation>
        </message>
        <message>
            <source>{field}: this cannot be read.</source>
            <translation>{field}: không đọc được nội dung này.</translation>
        </message>
        <message>
            <source>There is no cabinet in this folder.</source>
            <translation>Trong thư mục này không có tủ hồ sơ.</translation>
        </message>
        <message>
            <source>There is already a cabinet in this folder. Nothing was changed.</source>
            <translation>Trong thư mục này đã có tủ hồ sơ. Không có gì thay đổi.</translation>
        </message>
        <message>
            <source>This cabinet is already open in another window.</source>
            <translation>Tủ hồ sơ này đang mở ở một cửa sổ khác.</translation>
        </message>
        <message>
            <source>The password is not right.</source>
            <translation>Mật khẩu chưa đúng.</translation>
        </message>
        <message>
            <source>The password is not right. Please wait {seconds} seconds before the next try.</source>
            <translation>Mật khẩu chưa đúng. Hãy đợi {seconds} giây rồi thử lại.</translation>
        </message>
        <message>
            <source>Please wait {seconds} seconds before the next try.</source>
            <translation>Hãy đợi {seconds} giây rồi thử lại.</translation>
        </message>
        <message>
            <source>This recovery number does not open this cabinet.</source>
            <translation>Số khôi phục này không mở được tủ hồ sơ này.</translation>
        </message>
        <message>
            <source>This password cannot be used.</source>
            <translation>Không dùng được mật khẩu này.</translation>
        </message>
        <message>
            <source>The cabinet is damaged in places. The program has stopped writing to keep it as it is.</source>
            <translation>Tủ hồ sơ có chỗ hỏng. Chương trình đã dừng ghi để giữ nguyên.</translation>
        </message>
        <message>
            <source>The key file of this cabinet was changed by another program. The cabinet was not opened.</source>
            <translation>Tệp khóa của tủ hồ sơ này đã bị chương trình khác sửa. Chưa mở tủ.</translation>
        </message>
        <message>
            <source>This cabinet can only be read until you confirm that you want to go on with it.</source>
            <translation>Tủ hồ sơ này chỉ xem được, cho đến khi bạn xác nhận muốn dùng tiếp.</translation>
        </message>
        <message>
            <source>This file was made by a newer version of the program.</source>
            <translation>Tệp này do phiên bản mới hơn của chương trình tạo ra.</translation>
        </message>
        <message>
            <source>The folder of the cabinet cannot be read or written.</source>
            <translation>Không đọc hoặc ghi được thư mục của tủ hồ sơ.</translation>
        </message>
        <message>
            <source>The disk is full. Nothing was lost. Delete other files, then try again.</source>
            <translation>Ổ đĩa đã đầy. Không có gì bị mất. Hãy xóa bớt tệp khác rồi thử lại.</translation>
        </message>
        <message>
            <source>The disk could not be written. What was saved before is safe. Please try again.</source>
            <translation>Không ghi được vào ổ đĩa. Những gì đã lưu trước đó vẫn an toàn. Hãy thử lại.</translation>
        </message>
        <message>
            <source>There is not enough free memory. Close other programs, then try again.</source>
            <translation>Máy không đủ bộ nhớ trống. Hãy đóng bớt chương trình khác rồi thử lại.</translation>
        </message>
        <message>
            <source>A part of the program is missing or too old. Please install the program again.</source>
            <translation>Chương trình thiếu một phần hoặc có phần đã quá cũ. Hãy cài lại chương trình.</translation>
        </message>
        <message>
            <source>A cabinet cannot lie in this folder.</source>
            <translation>Không đặt tủ hồ sơ trong thư mục này được.</translation>
        </message>
        <message>
            <source>Case management was refused: no file is opened.</source>
            <translation>Người được hỗ trợ từ chối quản lý trường hợp: không mở hồ sơ.</translation>
        </message>
        <message>
            <source>The four questions about immediate help are not answered yet.</source>
            <translation>Chưa trả lời bốn câu hỏi kiểm tra khẩn cấp.</translation>
        </message>
        <message>
            <source>Please give a reason.</source>
            <translation>Hãy ghi lý do.</translation>
        </message>
        <message>
            <source>This needs the approval of a second person.</source>
            <translation>Việc này cần người thứ hai duyệt.</translation>
        </message>
        <message>
            <source>Please give a later day on which to look at the case again.</source>
            <translation>Hãy ghi một ngày sau hôm nay để xem lại hồ sơ.</translation>
        </message>
        <message>
            <source>An emergency referral of this case is still open.</source>
            <translation>Hồ sơ này còn phiếu chuyển gửi khẩn cấp chưa kết thúc.</translation>
        </message>
        <message>
            <source>A case is closed with a record of its closure. This version cannot keep one yet.</source>
            <translation>Đóng hồ sơ cần có phiếu kết thúc. Phiên bản này chưa ghi được phiếu đó.</translation>
        </message>
        <message>
            <source>A case is handed over when the other office confirms. This cannot be kept yet.</source>
            <translation>Hồ sơ được bàn giao khi đơn vị kia xác nhận. Phiên bản này chưa ghi được việc đó.</translation>
        </message>
        <message>
            <source>Please name the case that stays.</source>
            <translation>Hãy ghi hồ sơ được giữ lại.</translation>
        </message>
        <message>
            <source>Sector</source>
            <translation>Lĩnh vực</translation>
        </message>
        <message>
            <source>Provider of the directory</source>
            <translation>Đơn vị trong danh bạ</translation>
        </message>
        <message>
            <source>Name of the place</source>
            <translation>Tên nơi đó</translation>
        </message>
        <message>
            <source>About the same incident</source>
            <translation>Về cùng vụ việc này</translation>
        </message>
        <message>
            <source>Shelter</source>
            <translation>Tạm lánh</translation>
        </message>
        <message>
            <source>Health</source>
            <translation>Y tế</translation>
        </message>
        <message>
            <source>Psychosocial support</source>
            <translation>Hỗ trợ tâm lý, xã hội</translation>
        </message>
        <message>
            <source>Legal help</source>
            <translation>Hỗ trợ pháp lý</translation>
        </message>
        <message>
            <source>Police, security</source>
            <translation>Công an, an ninh</translation>
        </message>
        <message>
            <source>Livelihood</source>
            <translation>Sinh kế, kinh tế</translation>
        </message>
        <message>
            <source>Child protection, education</source>
            <translation>Bảo vệ trẻ em, giáo dục</translation>
        </message>
        <message>
            <source>Incident code</source>
            <translation>Mã vụ việc</translation>
        </message>
        <message>
            <source>Shared event</source>
            <translation>Mã sự kiện chung</translation>
        </message>
        <message>
            <source>The same for all survivors of one event.</source>
            <translation>Giống nhau cho mọi người được hỗ trợ trong cùng một sự kiện.</translation>
        </message>
        <message>
            <source>When it happened</source>
            <translation>Ngày xảy ra</translation>
        </message>
        <message>
            <source>A month or a year is enough. Some health care helps only in the first days.</source>
            <translation>Chỉ cần tháng hoặc năm. Một số chăm sóc y tế chỉ có tác dụng trong những ngày đầu.</translation>
        </message>
        <message>
            <source>Time of day</source>
            <translation>Thời điểm trong ngày</translation>
        </message>
        <message>
            <source>Once or more often</source>
            <translation>Một lần hay nhiều lần</translation>
        </message>
        <message>
            <source>Province, commune, village</source>
            <translation>Tỉnh, xã (phường), thôn (làng)</translation>
        </message>
        <message>
            <source>Kind of place</source>
            <translation>Loại địa điểm</translation>
        </message>
        <message>
            <source>Through phone or internet</source>
            <translation>Qua điện thoại, mạng</translation>
        </message>
        <message>
            <source>What happened, in the survivor's own words</source>
            <translation>Chuyện gì đã xảy ra, theo lời người được hỗ trợ</translation>
        </message>
        <message>
            <source>Ask once. Write the words as they are said.</source>
            <translation>Chỉ hỏi một lần. Ghi đúng lời kể.</translation>
        </message>
        <message>
            <source>Was any part of the body or an object put into the vagina, anus or mouth without consent, or while the person was unable to consent?</source>
            <translation>Có bộ phận cơ thể hay đồ vật nào bị đưa vào âm đạo, hậu môn hoặc miệng mà người ấy không đồng ý, hoặc không thể đồng ý không?</translation>
        </message>
        <message>
            <source>An attempt without penetration: no here, yes to the next question.</source>
            <translation>Nếu chưa xâm nhập: câu này chọn “Không”, câu sau chọn “Có”.</translation>
        </message>
        <message>
            <source>Was there any unwanted sexual touching or contact, including attempted rape or genital cutting?</source>
            <translation>Có đụng chạm hay tiếp xúc tình dục ngoài ý muốn không, kể cả hiếp dâm chưa thành hoặc cắt bộ phận sinh dục?</translation>
        </message>
        <message>
            <source>Sexual words or gestures alone belong to the last question.</source>
            <translation>Chỉ có lời nói hay cử chỉ tình dục thì thuộc câu cuối.</translation>
        </message>
        <message>
            <source>Was there physical force or injury that was not sexual?</source>
            <translation>Có dùng sức mạnh hay gây thương tích không mang tính tình dục không?</translation>
        </message>
        <message>
            <source>Was the person made to marry or live as married against their will, or married below the legal age?</source>
            <translation>Người ấy có bị ép kết hôn, ép chung sống như vợ chồng, hoặc kết hôn khi chưa đủ tuổi không?</translation>
        </message>
        <message>
            <source>Not a marriage that adults chose freely.</source>
            <translation>Không tính hôn nhân mà người lớn tự nguyện chọn.</translation>
        </message>
        <message>
            <source>Was the person denied money, property, work, schooling, health care, documents or services that are theirs by right?</source>
            <translation>Người ấy có bị tước đoạt tiền, tài sản, việc làm, học hành, chữa bệnh, giấy tờ hay dịch vụ mà mình có quyền hưởng không?</translation>
        </message>
        <message>
            <source>Not general poverty.</source>
            <translation>Không tính cảnh nghèo nói chung.</translation>
        </message>
        <message>
            <source>Was there mental or emotional harm: threats, insults, stalking, isolation, unwanted sexual remarks, destroying belongings?</source>
            <translation>Có tổn hại tinh thần không: đe dọa, xúc phạm, đeo bám, cô lập, lời nói tình dục ngoài ý muốn, phá đồ đạc?</translation>
        </message>
        <message>
            <source>Did it happen because of gender or unequal power?</source>
            <translation>Việc này có xảy ra vì lý do giới hoặc quan hệ quyền lực bất bình đẳng không?</translation>
        </message>
        <message>
            <source>If all six answers are no and this is yes, ask again with the supervisor.</source>
            <translation>Nếu cả sáu câu là “Không” mà câu này là “Có”, hãy cùng người giám sát hỏi lại.</translation>
        </message>
        <message>
            <source>Main type, if it differs from the answers</source>
            <translation>Loại hình chính, nếu khác với câu trả lời</translation>
        </message>
        <message>
            <source>The first yes decides. Choose here only to change that, with the reason.</source>
            <translation>Lấy theo câu đầu tiên trả lời “Có”. Chỉ chọn ở đây khi cần điều chỉnh, kèm lý do.</translation>
        </message>
        <message>
            <source>Why the type was changed</source>
            <translation>Lý do điều chỉnh loại hình</translation>
        </message>
        <message>
            <source>Who reviewed the change</source>
            <translation>Người rà soát việc điều chỉnh</translation>
        </message>
        <message>
            <source>Why it is not gender-based violence</source>
            <translation>Vì sao không phải bạo lực trên cơ sở giới</translation>
        </message>
        <message>
            <source>Other types that were present</source>
            <translation>Loại hình kèm theo</translation>
        </message>
        <message>
            <source>Forms of violence in Vietnamese law</source>
            <translation>Hình thức bạo lực theo luật</translation>
        </message>
        <message>
            <source>Acts named in the law on domestic violence</source>
            <translation>Hành vi nêu trong luật phòng, chống bạo lực gia đình</translation>
        </message>
        <message>
            <source>Harmful practice</source>
            <translation>Hủ tục</translation>
        </message>
        <message>
            <source>What the person reports; it never judges a people.</source>
            <translation>Ghi điều người ấy kể; không đánh giá dân tộc nào.</translation>
        </message>
        <message>
            <source>Money, goods or favours were exchanged</source>
            <translation>Có trao đổi tiền, vật chất, lợi ích</translation>
        </message>
        <message>
            <source>Taken away or trafficked at the time</source>
            <translation>Tình trạng bắt cóc, mua bán lúc đó</translation>
        </message>
        <message>
            <source>Alcohol or drugs</source>
            <translation>Có rượu bia, ma túy</translation>
        </message>
        <message>
            <source>Weapon</source>
            <translation>Hung khí</translation>
        </message>
        <message>
            <source>Children present or harmed</source>
            <translation>Trẻ em có mặt hoặc bị hại</translation>
        </message>
        <message>
            <source>Injury</source>
            <translation>Thương tích</translation>
        </message>
        <message>
            <source>To find the right care, and a certificate if one is wanted.</source>
            <translation>Để tìm đúng nơi chăm sóc, và giấy chứng nhận nếu người ấy muốn.</translation>
        </message>
        <message>
            <source>About the injury</source>
            <translation>Về thương tích</translation>
        </message>
        <message>
            <source>Pregnant at the time</source>
            <translation>Đang mang thai lúc xảy ra</translation>
        </message>
        <message>
            <source>Has suffered violence before</source>
            <translation>Trước đây đã từng bị bạo lực</translation>
        </message>
        <message>
            <source>Alleged perpetrators</source>
            <translation>Người gây bạo lực</translation>
        </message>
        <message>
            <source>Nothing is known about a perpetrator</source>
            <translation>Không biết gì về người gây bạo lực</translation>
        </message>
        <message>
            <source>Already reported elsewhere</source>
            <translation>Đã báo nơi khác</translation>
        </message>
        <message>
            <source>So that one event is not counted twice.</source>
            <translation>Để một vụ việc không bị đếm hai lần.</translation>
        </message>
        <message>
            <source>Where it was reported</source>
            <translation>Đã báo cho nơi nào</translation>
        </message>
        <message>
            <source>Services in the seven sectors</source>
            <translation>Tình trạng dịch vụ theo bảy lĩnh vực</translation>
        </message>
        <message>
            <source>Wants legal action</source>
            <translation>Mong muốn tố giác, khởi kiện</translation>
        </message>
        <message>
            <source>Evidence kept</source>
            <translation>Chứng cứ đang giữ</translation>
        </message>
        <message>
            <source>In danger now</source>
            <translation>Đang gặp nguy hiểm</translation>
        </message>
        <message>
            <source>Needs medical help now</source>
            <translation>Cần giúp đỡ y tế ngay</translation>
        </message>
        <message>
            <source>Thinks of ending her or his life</source>
            <translation>Có ý nghĩ kết thúc cuộc sống</translation>
        </message>
        <message>
            <source>A child is not safe</source>
            <translation>Có trẻ em không an toàn</translation>
        </message>
        <message>
            <source>What was done</source>
            <translation>Đã làm gì</translation>
        </message>
        <message>
            <source>Is help needed at once?</source>
            <translation>Có cần giúp ngay không?</translation>
        </message>
        <message>
            <source>Date first reported to us</source>
            <translation>Ngày tiếp nhận</translation>
        </message>
        <message>
            <source>How it was reported</source>
            <translation>Hình thức báo tin</translation>
        </message>
        <message>
            <source>Who reported it</source>
            <translation>Người báo tin</translation>
        </message>
        <message>
            <source>Name of who reported it</source>
            <translation>Tên người báo tin</translation>
        </message>
        <message>
            <source>Only if that person agrees.</source>
            <translation>Chỉ ghi khi người đó đồng ý.</translation>
        </message>
        <message>
            <source>Who sent the person to us</source>
            <translation>Nơi chuyển gửi đến</translation>
        </message>
        <message>
            <source>Receiving point named in the law</source>
            <translation>Địa chỉ tiếp nhận tin báo, tố giác</translation>
        </message>
        <message>
            <source>What was told to the person</source>
            <translation>Thông tin đã cung cấp</translation>
        </message>
        <message>
            <source>Hotlines offered</source>
            <translation>Đã cung cấp số tổng đài</translation>
        </message>
        <message>
            <source>A case is an object with named parts.</source>
            <translation>Hồ sơ phải là một khối JSON, mỗi phần có tên.</translation>
        </message>
        <message>
            <source>“{part}” cannot be kept by this version of the program yet.</source>
            <translation>Phiên bản này chưa lưu được “{part}”.</translation>
        </message>
        <message>
            <source>This must be an object with named fields.</source>
            <translation>Chỗ này phải là một khối JSON, mỗi trường có tên.</translation>
        </message>
        <message>
            <source>“{key}” is worked out by the program. Leave it out.</source>
            <translation>“{key}” do chương trình tự tính. Hãy bỏ đi.</translation>
        </message>
        <message>
            <source>A record number is made of 1 to 64 plain letters, digits, - and _.</source>
            <translation>Mã bản ghi gồm 1 đến 64 chữ cái không dấu, chữ số, - và _.</translation>
        </message>
        <message>
            <source>This must be a list.</source>
            <translation>Chỗ này phải là một danh sách.</translation>
        </message>
        <message>
            <source>This list is too long: at most {most}.</source>
            <translation>Danh sách này quá dài: nhiều nhất {most} mục.</translation>
        </message>
        <message>
            <source>This record number stands twice in the case.</source>
            <translation>Mã bản ghi này có hai lần trong hồ sơ.</translation>
        </message>
        <message>
            <source>There is no consent with this number in the case.</source>
            <translation>Hồ sơ không có sự đồng ý nào mang mã này.</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Từ</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Đến</translation>
        </message>
        <message>
            <source>At</source>
            <translation>Lúc</translation>
        </message>
        <message>
            <source>By</source>
            <translation>Người làm</translation>
        </message>
        <message>
            <source>Record number</source>
            <translation>Mã bản ghi</translation>
        </message>
        <message>
            <source>Made by</source>
            <translation>Người lập</translation>
        </message>
        <message>
            <source>Office</source>
            <translation>Đơn vị</translation>
        </message>
        <message>
            <source>Last changed</source>
            <translation>Sửa lần cuối</translation>
        </message>
        <message>
            <source>Last changed by</source>
            <translation>Người sửa lần cuối</translation>
        </message>
        <message>
            <source>Revision</source>
            <translation>Số lần sửa</translation>
        </message>
        <message>
            <source>History of states</source>
            <translation>Lịch sử trạng thái</translation>
        </message>
        <message>
            <source>Entered by mistake</source>
            <translation>Nhập nhầm</translation>
        </message>
        <message>
            <source>Why it does not count</source>
            <translation>Lý do hủy bản ghi</translation>
        </message>
        <message>
            <source>How it came here</source>
            <translation>Nguồn nhập</translation>
        </message>
        <message>
            <source>Written on</source>
            <translation>Viết lúc</translation>
        </message>
        <message>
            <source>Only the person who wrote a note can change it. Add one of yours.</source>
            <translation>Chỉ người viết ghi chú mới sửa được. Hãy thêm ghi chú của bạn.</translation>
        </message>
        <message>
            <source>This phone number is too long.</source>
            <translation>Số điện thoại này quá dài.</translation>
        </message>
        <message>
            <source>A landline number has 11 digits. Please check it.</source>
            <translation>Số cố định có 11 chữ số. Hãy xem lại.</translation>
        </message>
        <message>
            <source>A mobile number has 10 digits and begins with 0. Please check it.</source>
            <translation>Số di động có 10 chữ số, bắt đầu bằng 0. Hãy xem lại.</translation>
        </message>
        <message>
            <source>No network is known for the first three digits. Please check them.</source>
            <translation>Chưa biết nhà mạng nào có ba số đầu này. Hãy xem lại.</translation>
        </message>
        <message>
            <source>A citizen number has 12 digits, that of an old card 9. Please check it.</source>
            <translation>Số định danh có 12 chữ số, số chứng minh nhân dân cũ có 9. Hãy xem lại.</translation>
        </message>
        <message>
            <source>The citizen number speaks of another birth year. Please check both.</source>
            <translation>Số định danh cho thấy năm sinh khác. Hãy xem lại cả hai.</translation>
        </message>
        <message>
            <source>The citizen number speaks of another sex. It may be right all the same.</source>
            <translation>Số định danh cho thấy giới tính khác. Vẫn có thể là đúng.</translation>
        </message>
        <message>
            <source>The last day lies before the first one. Turn them round.</source>
            <translation>Ngày cuối đứng trước ngày đầu. Hãy đổi chỗ hai ngày.</translation>
        </message>
        <message>
            <source>Month {month} of {year}</source>
            <translation>Tháng {month}/{year}</translation>
        </message>
        <message>
            <source>{first} to {last}</source>
            <translation>Từ {first} đến {last}</translation>
        </message>
        <message>
            <source>{period} (from {first} to {last})</source>
            <translation>{period} (từ {first} đến {last})</translation>
        </message>
        <message>
            <source>Relation to the survivor</source>
            <translation>Quan hệ với người được hỗ trợ</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Điện thoại</translation>
        </message>
        <message>
            <source>Knows what happened</source>
            <translation>Biết chuyện đã xảy ra</translation>
        </message>
        <message>
            <source>Sex</source>
            <translation>Giới tính</translation>
        </message>
        <message>
            <source>Lives with the survivor</source>
            <translation>Sống cùng người được hỗ trợ</translation>
        </message>
        <message>
            <source>Saw or heard violence</source>
            <translation>Đã chứng kiến bạo lực</translation>
        </message>
        <message>
            <source>Was harmed</source>
            <translation>Đã bị hại</translation>
        </message>
        <message>
            <source>Is at risk now</source>
            <translation>Hiện đang có nguy cơ</translation>
        </message>
        <message>
            <source>Relation to the child</source>
            <translation>Quan hệ với trẻ</translation>
        </message>
        <message>
            <source>Age</source>
            <translation>Tuổi</translation>
        </message>
        <message>
            <source>Occupation</source>
            <translation>Nghề nghiệp</translation>
        </message>
        <message>
            <source>Marital status</source>
            <translation>Tình trạng hôn nhân</translation>
        </message>
        <message>
            <source>Is said to have used violence</source>
            <translation>Bị cho là đã gây bạo lực</translation>
        </message>
        <message>
            <source>If so, another adult whom the child trusts agrees in the caregiver's place.</source>
            <translation>Nếu có, một người lớn khác mà trẻ tin cậy sẽ đồng ý thay người chăm sóc.</translation>
        </message>
        <message>
            <source>Supports the child</source>
            <translation>Ủng hộ, giúp đỡ trẻ</translation>
        </message>
        <message>
            <source>Legal basis</source>
            <translation>Căn cứ pháp lý</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>Biện pháp</translation>
        </message>
        <message>
            <source>Authority</source>
            <translation>Cơ quan</translation>
        </message>
        <message>
            <source>Code of the survivor</source>
            <translation>Mã số người được hỗ trợ</translation>
        </message>
        <message>
            <source>Write it as the person says it, in one line.</source>
            <translation>Viết như người ấy nói, trong một dòng.</translation>
        </message>
        <message>
            <source>Name the person wants to be called by</source>
            <translation>Cách gọi người ấy muốn dùng</translation>
        </message>
        <message>
            <source>Date of birth</source>
            <translation>Ngày sinh</translation>
        </message>
        <message>
            <source>A year is enough. It tells which help and which law apply.</source>
            <translation>Chỉ cần năm sinh. Để biết được hưởng hỗ trợ nào và luật nào áp dụng.</translation>
        </message>
        <message>
            <source>The date of birth is an estimate</source>
            <translation>Ngày sinh là ước lượng</translation>
        </message>
        <message>
            <source>Age when registered</source>
            <translation>Tuổi khi tiếp nhận</translation>
        </message>
        <message>
            <source>years</source>
            <translation>tuổi</translation>
        </message>
        <message>
            <source>Only if the date of birth is not known.</source>
            <translation>Chỉ hỏi khi không biết ngày sinh.</translation>
        </message>
        <message>
            <source>Where the person lives now</source>
            <translation>Nơi ở hiện nay</translation>
        </message>
        <message>
            <source>How to make contact safely</source>
            <translation>Cách liên lạc an toàn</translation>
        </message>
        <message>
            <source>A call at the wrong moment can bring danger; we follow what you say here.</source>
            <translation>Gọi không đúng lúc có thể gây nguy hiểm; chúng tôi làm theo điều bạn nói ở đây.</translation>
        </message>
        <message>
            <source>Safe hours</source>
            <translation>Giờ an toàn</translation>
        </message>
        <message>
            <source>What to say if another person answers</source>
            <translation>Nói gì nếu người khác nghe máy</translation>
        </message>
        <message>
            <source>Safe phone</source>
            <translation>Số điện thoại an toàn</translation>
        </message>
        <message>
            <source>Whose phone it is</source>
            <translation>Điện thoại của ai</translation>
        </message>
        <message>
            <source>Trusted person</source>
            <translation>Người tin cậy</translation>
        </message>
        <message>
            <source>Languages</source>
            <translation>Ngôn ngữ</translation>
        </message>
        <message>
            <source>So that someone can speak with the person in her or his own language.</source>
            <translation>Để có người nói chuyện bằng ngôn ngữ của người ấy.</translation>
        </message>
        <message>
            <source>Needs an interpreter</source>
            <translation>Cần phiên dịch</translation>
        </message>
        <message>
            <source>Ethnicity</source>
            <translation>Dân tộc</translation>
        </message>
        <message>
            <source>It helps to find support that fits, and is counted only in large groups.</source>
            <translation>Để tìm hỗ trợ phù hợp; chỉ thống kê theo nhóm lớn.</translation>
        </message>
        <message>
            <source>The marriage is registered</source>
            <translation>Có đăng ký kết hôn</translation>
        </message>
        <message>
            <source>It decides which protection the law gives.</source>
            <translation>Để biết luật bảo vệ theo cách nào.</translation>
        </message>
        <message>
            <source>Age when first married or living together</source>
            <translation>Tuổi khi kết hôn hoặc sống chung lần đầu</translation>
        </message>
        <message>
            <source>Lives with</source>
            <translation>Đang sống cùng</translation>
        </message>
        <message>
            <source>Children and dependants</source>
            <translation>Con và người phụ thuộc</translation>
        </message>
        <message>
            <source>Education</source>
            <translation>Trình độ học vấn</translation>
        </message>
        <message>
            <source>Source of income</source>
            <translation>Nguồn thu nhập</translation>
        </message>
        <message>
            <source>Household status</source>
            <translation>Diện hộ</translation>
        </message>
        <message>
            <source>Some support is given only to poor and near-poor households.</source>
            <translation>Một số hỗ trợ chỉ dành cho hộ nghèo, hộ cận nghèo.</translation>
        </message>
        <message>
            <source>Has health insurance</source>
            <translation>Có thẻ bảo hiểm y tế</translation>
        </message>
        <message>
            <source>How the person learned of the service</source>
            <translation>Biết đến dịch vụ qua đâu</translation>
        </message>
        <message>
            <source>Religion</source>
            <translation>Tôn giáo</translation>
        </message>
        <message>
            <source>Nationality</source>
            <translation>Quốc tịch</translation>
        </message>
        <message>
            <source>Registered residence</source>
            <translation>Nơi đăng ký cư trú</translation>
        </message>
        <message>
            <source>Personal ID number</source>
            <translation>Số định danh cá nhân</translation>
        </message>
        <message>
            <source>Keep it only if a service needs it.</source>
            <translation>Chỉ ghi khi có dịch vụ cần đến.</translation>
        </message>
        <message>
            <source>Disability</source>
            <translation>Khuyết tật</translation>
        </message>
        <message>
            <source>So that places and ways of help can be used by the person.</source>
            <translation>Để chọn nơi và cách hỗ trợ phù hợp với người ấy.</translation>
        </message>
        <message>
            <source>Circumstances that need special care</source>
            <translation>Hoàn cảnh cần quan tâm đặc biệt</translation>
        </message>
        <message>
            <source>Pregnant, or raising a child under 36 months</source>
            <translation>Đang mang thai hoặc nuôi con dưới 36 tháng tuổi</translation>
        </message>
        <message>
            <source>The law and the health service give special protection.</source>
            <translation>Luật và ngành y tế có chế độ bảo vệ riêng.</translation>
        </message>
        <message>
            <source>Gender identity</source>
            <translation>Bản dạng giới</translation>
        </message>
        <message>
            <source>Ask only if it matters for the support and it is safe.</source>
            <translation>Chỉ hỏi khi cần cho việc hỗ trợ và an toàn.</translation>
        </message>
        <message>
            <source>Whom the child lives with</source>
            <translation>Trẻ sống cùng ai</translation>
        </message>
        <message>
            <source>Lives alone</source>
            <translation>Sống một mình</translation>
        </message>
        <message>
            <source>School</source>
            <translation>Việc học</translation>
        </message>
        <message>
            <source>Trusted adult who agrees with the child</source>
            <translation>Người lớn tin cậy cùng đồng ý với trẻ</translation>
        </message>
        <message>
            <source>When the caregiver is said to have used violence, another adult agrees.</source>
            <translation>Khi người chăm sóc bị cho là đã gây bạo lực, một người lớn khác đồng ý thay.</translation>
        </message>
        <message>
            <source>Household number</source>
            <translation>Mã hộ</translation>
        </message>
        <message>
            <source>The same for people of one household, so that households can be counted.</source>
            <translation>Giống nhau cho những người cùng một hộ, để đếm được số hộ.</translation>
        </message>
        <message>
            <source>Matching key</source>
            <translation>Khóa đối chiếu trùng</translation>
        </message>
        <message>
            <source>Part in what happened</source>
            <translation>Vai trò trong vụ việc</translation>
        </message>
        <message>
            <source>Relationship to the survivor</source>
            <translation>Quan hệ với người được hỗ trợ</translation>
        </message>
        <message>
            <source>It decides whether the law on domestic violence applies.</source>
            <translation>Để biết luật phòng, chống bạo lực gia đình có áp dụng không.</translation>
        </message>
        <message>
            <source>Age band</source>
            <translation>Nhóm tuổi</translation>
        </message>
        <message>
            <source>It is known who this is</source>
            <translation>Có biết người này là ai</translation>
        </message>
        <message>
            <source>Only if it is needed for safety or for legal steps.</source>
            <translation>Chỉ ghi khi cần cho an toàn hoặc thủ tục pháp lý.</translation>
        </message>
        <message>
            <source>Other marks by which to know the person</source>
            <translation>Đặc điểm nhận biết khác</translation>
        </message>
        <message>
            <source>Where this person lives</source>
            <translation>Nơi ở của người này</translation>
        </message>
        <message>
            <source>Where this person works</source>
            <translation>Nơi làm việc của người này</translation>
        </message>
        <message>
            <source>Lives with the survivor now</source>
            <translation>Đang sống chung với người được hỗ trợ</translation>
        </message>
        <message>
            <source>Knows where the survivor is now</source>
            <translation>Biết nơi ở hiện tại của người được hỗ trợ</translation>
        </message>
        <message>
            <source>It decides how quickly a safe place is needed.</source>
            <translation>Để biết cần nơi an toàn gấp đến mức nào.</translation>
        </message>
        <message>
            <source>Has used violence before</source>
            <translation>Trước đây đã từng gây bạo lực</translation>
        </message>
        <message>
            <source>Measures taken towards this person</source>
            <translation>Biện pháp xử lý đối với người này</translation>
        </message>
        <message>
            <source>Was counselled to change behaviour</source>
            <translation>Đã được tư vấn, giáo dục chuyển đổi hành vi</translation>
        </message>
        <message>
            <source>Number of meetings</source>
            <translation>Số buổi</translation>
        </message>
        <message>
            <source>“{typed}” is not a period. Write a year (2025), a quarter (2025-Q2), a half-year (2025-H1) or several years (2021..2025).</source>
            <translation>“{typed}” không phải là một kỳ báo cáo. Viết năm (2025), quý (2025-Q2), nửa năm (2025-H1) hoặc nhiều năm (2021..2025).</translation>
        </message>
        <message>
            <source>Period {first_year} - {last_year}</source>
            <translation>Giai đoạn {first_year} - {last_year}</translation>
        </message>
        <message>
            <source>Year {year}</source>
            <translation>Năm {year}</translation>
        </message>
        <message>
            <source>First half of {year}</source>
            <translation>6 tháng đầu năm {year}</translation>
        </message>
        <message>
            <source>Second half of {year}</source>
            <translation>6 tháng cuối năm {year}</translation>
        </message>
        <message>
            <source>Quarter {quarter} of {year}</source>
            <translation>Quý {quarter} năm {year}</translation>
        </message>
        <message>
            <source>{province}, in the former {former}</source>
            <translation>{province} (địa bàn {former} cũ)</translation>
        </message>
        <message>
            <source>{district}, {province} until June 2025; now {now}</source>
            <translation>{district}, {province} (đến tháng 6/2025); nay là {now}</translation>
        </message>
        <message>
            <source>Which paper</source>
            <translation>Giấy tờ nào</translation>
        </message>
        <message>
            <source>What the paper is for</source>
            <translation>Mục đích in</translation>
        </message>
        <message>
            <source>Copies</source>
            <translation>Số bản</translation>
        </message>
        <message>
            <source>Saved as a locked file</source>
            <translation>Lưu thành tệp có mật khẩu</translation>
        </message>
        <message>
            <source>Returned or destroyed</source>
            <translation>Đã thu lại hoặc hủy</translation>
        </message>
        <message>
            <source>Position</source>
            <translation>Chức vụ</translation>
        </message>
        <message>
            <source>Commune</source>
            <translation>Xã, phường</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Tên</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Loại</translation>
        </message>
        <message>
            <source>It decides what a referral form to this provider may show.</source>
            <translation>Loại này quyết định phiếu chuyển gửi đến đó được ghi những gì.</translation>
        </message>
        <message>
            <source>Sectors</source>
            <translation>Lĩnh vực</translation>
        </message>
        <message>
            <source>Communes covered</source>
            <translation>Các xã phụ trách</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Địa chỉ</translation>
        </message>
        <message>
            <source>Phones</source>
            <translation>Điện thoại</translation>
        </message>
        <message>
            <source>Opening hours</source>
            <translation>Giờ làm việc</translation>
        </message>
        <message>
            <source>Services</source>
            <translation>Dịch vụ</translation>
        </message>
        <message>
            <source>Costs</source>
            <translation>Chi phí</translation>
        </message>
        <message>
            <source>Has women on its staff</source>
            <translation>Có nhân viên nữ</translation>
        </message>
        <message>
            <source>Suited to children</source>
            <translation>Thân thiện với trẻ em</translation>
        </message>
        <message>
            <source>Can be entered by people with disabilities</source>
            <translation>Người khuyết tật đến được</translation>
        </message>
        <message>
            <source>Can be entered without being noticed</source>
            <translation>Đến được mà không bị chú ý</translation>
        </message>
        <message>
            <source>Contact persons</source>
            <translation>Cán bộ đầu mối</translation>
        </message>
        <message>
            <source>Last checked on</source>
            <translation>Kiểm tra lần cuối ngày</translation>
        </message>
        <message>
            <source>After 90 days this provider is shown as unchecked.</source>
            <translation>Quá 90 ngày thì nơi này được ghi là lâu chưa kiểm tra.</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Tình trạng</translation>
        </message>
        <message>
            <source>Answer received on</source>
            <translation>Nhận phản hồi lúc</translation>
        </message>
        <message>
            <source>How the answer came</source>
            <translation>Hình thức phản hồi</translation>
        </message>
        <message>
            <source>Person was seen on</source>
            <translation>Đã gặp người được hỗ trợ lúc</translation>
        </message>
        <message>
            <source>Services given</source>
            <translation>Dịch vụ đã cung cấp</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Kết quả</translation>
        </message>
        <message>
            <source>What is still needed</source>
            <translation>Nhu cầu còn lại</translation>
        </message>
        <message>
            <source>The person comes back to us</source>
            <translation>Người được hỗ trợ quay lại chỗ chúng tôi</translation>
        </message>
        <message>
            <source>Filled in by</source>
            <translation>Người ghi</translation>
        </message>
        <message>
            <source>Out or in</source>
            <translation>Chuyển đi hay chuyển đến</translation>
        </message>
        <message>
            <source>Referral number</source>
            <translation>Số phiếu</translation>
        </message>
        <message>
            <source>To whom</source>
            <translation>Gửi cho đơn vị</translation>
        </message>
        <message>
            <source>Contact person</source>
            <translation>Cán bộ đầu mối</translation>
        </message>
        <message>
            <source>Service asked for</source>
            <translation>Dịch vụ đề nghị</translation>
        </message>
        <message>
            <source>Urgency</source>
            <translation>Mức độ khẩn</translation>
        </message>
        <message>
            <source>It decides by when an answer is expected.</source>
            <translation>Mức khẩn quyết định thời hạn phản hồi.</translation>
        </message>
        <message>
            <source>Short reason, without the story</source>
            <translation>Lý do ngắn gọn, không kể chi tiết</translation>
        </message>
        <message>
            <source>What the person needs, not what happened to her or him.</source>
            <translation>Ghi điều người ấy cần, không ghi chuyện đã xảy ra.</translation>
        </message>
        <message>
            <source>Consent used</source>
            <translation>Căn cứ đồng ý</translation>
        </message>
        <message>
            <source>What will be shown</source>
            <translation>Thông tin sẽ chuyển</translation>
        </message>
        <message>
            <source>Never more than the consent and the kind of provider allow.</source>
            <translation>Không bao giờ quá điều người được hỗ trợ đồng ý và loại đơn vị được nhận.</translation>
        </message>
        <message>
            <source>How it is handed over</source>
            <translation>Cách giao</translation>
        </message>
        <message>
            <source>Escort</source>
            <translation>Có người đi cùng</translation>
        </message>
        <message>
            <source>Appointment</source>
            <translation>Lịch hẹn</translation>
        </message>
        <message>
            <source>Papers received</source>
            <translation>Giấy tờ nhận được</translation>
        </message>
        <message>
            <source>We take it on</source>
            <translation>Chúng tôi tiếp nhận</translation>
        </message>
        <message>
            <source>Result of the search for the same person</source>
            <translation>Kết quả tìm hồ sơ trùng</translation>
        </message>
        <message>
            <source>Handed over on</source>
            <translation>Giao lúc</translation>
        </message>
        <message>
            <source>Receipt expected by</source>
            <translation>Hạn báo đã nhận</translation>
        </message>
        <message>
            <source>Answer expected by</source>
            <translation>Hạn phản hồi</translation>
        </message>
        <message>
            <source>Why it was declined</source>
            <translation>Lý do từ chối</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Kết quả cuối cùng</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>Các phản hồi</translation>
        </message>
        <message>
            <source>Notes added later</source>
            <translation>Ghi chú bổ sung</translation>
        </message>
        <message>
            <source>Replaces referral</source>
            <translation>Thay cho phiếu</translation>
        </message>
        <message>
            <source>An answer to this referral is not overdue yet.</source>
            <translation>Phiếu chuyển gửi này chưa quá hạn trả lời.</translation>
        </message>
        <message>
            <source>Only a referral that has come to its end can be replaced.</source>
            <translation>Chỉ thay được phiếu chuyển gửi đã kết thúc.</translation>
        </message>
        <message>
            <source>This step is not possible from the present state.</source>
            <translation>Từ trạng thái hiện tại không làm được bước này.</translation>
        </message>
        <message>
            <source>Please give a later day.</source>
            <translation>Hãy ghi một ngày sau hôm nay.</translation>
        </message>
        <message>
            <source>What is to be done</source>
            <translation>Việc cần làm</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>Hạn</translation>
        </message>
        <message>
            <source>Who does it</source>
            <translation>Người làm việc này</translation>
        </message>
        <message>
            <source>Done on</source>
            <translation>Xong lúc</translation>
        </message>
        <message>
            <source>Put off until</source>
            <translation>Hoãn đến</translation>
        </message>
        <message>
            <source>Record it comes from</source>
            <translation>Phát sinh từ bản ghi</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Có</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Không</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Ảnh</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Tệp</translation>
        </message>
        <message>
            <source>Not asked</source>
            <translation>Chưa hỏi</translation>
        </message>
        <message>
            <source>Monday</source>
            <translation>Thứ Hai</translation>
        </message>
        <message>
            <source>Tuesday</source>
            <translation>Thứ Ba</translation>
        </message>
        <message>
            <source>Wednesday</source>
            <translation>Thứ Tư</translation>
        </message>
        <message>
            <source>Thursday</source>
            <translation>Thứ Năm</translation>
        </message>
        <message>
            <source>Friday</source>
            <translation>Thứ Sáu</translation>
        </message>
        <message>
            <source>Saturday</source>
            <translation>Thứ Bảy</translation>
        </message>
        <message>
            <source>Sunday</source>
            <translation>Chủ Nhật</translation>
        </message>
        <message>
            <source>Null is no answer. Leave the key out if it was not asked.</source>
            <translation>Giá trị null không phải là câu trả lời. Nếu chưa hỏi, hãy bỏ khóa này.</translation>
        </message>
        <message>
            <source>This must be text.</source>
            <translation>Chỗ này phải là chữ.</translation>
        </message>
        <message>
            <source>This text is empty. Leave the key out if it was not asked.</source>
            <translation>Chỗ này để trống. Nếu chưa hỏi, hãy bỏ khóa này.</translation>
        </message>
        <message>
            <source>This text holds a character that cannot be kept: {code}.</source>
            <translation>Đoạn chữ này có ký tự không lưu được: {code}.</translation>
        </message>
        <message>
            <source>This text has {length} characters. At most {limit} can be kept.</source>
            <translation>Đoạn chữ này dài {length} ký tự. Nhiều nhất được {limit} ký tự.</translation>
        </message>
        <message>
            <source>This needs an answer, or the key is left out.</source>
            <translation>Chỗ này cần có câu trả lời, hoặc bỏ khóa này.</translation>
        </message>
        <message>
            <source>Beside “not_answered” there can be no other key.</source>
            <translation>Bên cạnh “not_answered” không được có khóa nào khác.</translation>
        </message>
        <message>
            <source>This must be a list of codes.</source>
            <translation>Chỗ này phải là một danh sách mã.</translation>
        </message>
        <message>
            <source>A code stands here twice.</source>
            <translation>Có một mã lặp lại ở đây.</translation>
        </message>
        <message>
            <source>This must be a code of the list, as text.</source>
            <translation>Chỗ này phải là một mã của danh mục, viết bằng chữ.</translation>
        </message>
        <message>
            <source>The code “{code}” is not in the list.</source>
            <translation>Mã “{code}” không có trong danh mục.</translation>
        </message>
        <message>
            <source>The code “{code}” is not in the list. Was “{near}” meant?</source>
            <translation>Mã “{code}” không có trong danh mục. Có phải là “{near}” không?</translation>
        </message>
        <message>
            <source>This must be a whole number.</source>
            <translation>Chỗ này phải là số nguyên.</translation>
        </message>
        <message>
            <source>This number must lie between {low} and {high}.</source>
            <translation>Số này phải nằm trong khoảng {low} đến {high}.</translation>
        </message>
        <message>
            <source>This must be true or false.</source>
            <translation>Chỗ này phải là true hoặc false.</translation>
        </message>
        <message>
            <source>This is not a date. Write it as 2025-03-08.</source>
            <translation>Đây không phải là ngày. Hãy viết như 2025-03-08.</translation>
        </message>
        <message>
            <source>This is not a time. Write it as 2025-03-08T14:30:00+07:00.</source>
            <translation>Đây không phải là thời điểm. Hãy viết như 2025-03-08T14:30:00+07:00.</translation>
        </message>
        <message>
            <source>This is not a date. Write it as 1990, 1990-03 or 1990-03-08.</source>
            <translation>Đây không phải là ngày. Hãy viết như 1990, 1990-03 hoặc 1990-03-08.</translation>
        </message>
        <message>
            <source>The year must lie between {first} and {last}.</source>
            <translation>Năm phải nằm trong khoảng {first} đến {last}.</translation>
        </message>
        <message>
            <source>There is no field “{key}” here.</source>
            <translation>Ở đây không có trường “{key}”.</translation>
        </message>
        <message>
            <source>There is no field “{key}” here. Was “{near}” meant?</source>
            <translation>Ở đây không có trường “{key}”. Có phải là “{near}” không?</translation>
        </message>
        <message>
            <source>This place is empty.</source>
            <translation>Nơi này để trống.</translation>
        </message>
        <message>
            <source>The code “{code}” is not in the list of places of that day.</source>
            <translation>Mã “{code}” không có trong danh mục địa danh của ngày đó.</translation>
        </message>
        <message>
            <source>A file is described by its media, its size and its sha256.</source>
            <translation>Một tệp được mô tả bằng media, size và sha256.</translation>
        </message>
        <message>
            <source>all together</source>
            <translation>tất cả</translation>
        </message>
        <message>
            <source>leaves exactly</source>
            <translation>còn đúng</translation>
        </message>
        <message>
            <source>leaves at least</source>
            <translation>còn ít nhất</translation>
        </message>
        <message>
            <source>leaves at most</source>
            <translation>còn nhiều nhất</translation>
        </message>
        <message>
            <source>A form that the law asks for</source>
            <translation>Biểu mẫu theo quy định của pháp luật</translation>
        </message>
        <message>
            <source>Asked for by the authority that supervises the office</source>
            <translation>Theo yêu cầu của cơ quan quản lý cấp trên</translation>
        </message>
        <message>
            <source>Agreed in the protocol on sharing information</source>
            <translation>Theo quy chế chia sẻ thông tin đã thống nhất</translation>
        </message>
        <message>
            <source>NOT TO BE PUBLISHED. Exact figures, sealed for: {receiver}</source>
            <translation>KHÔNG PHỔ BIẾN. Số liệu chính xác, niêm phong gửi: {receiver}</translation>
        </message>
        <message>
            <source>For members of the network only. Not to be published.</source>
            <translation>Chỉ dùng trong mạng lưới thành viên. Không phổ biến.</translation>
        </message>
        <message>
            <source>safe; {number} facts were attacked together.</source>
            <translation>an toàn; đã thử suy đoán từ {number} dữ kiện cùng lúc.</translation>
        </message>
        <message>
            <source>Records of this period were changed after it was closed. Tables that were not counted then cannot be made any more.</source>
            <translation>Hồ sơ của kỳ này đã thay đổi sau khi khóa kỳ. Bảng nào lúc đó chưa đếm thì không lập thêm được nữa.</translation>
        </message>
        <message>
            <source>A correction is released for a whole year, once a year, and only if at least 10 records differ. Otherwise the late records count in the next period.</source>
            <translation>Mỗi năm chỉ đính chính một lần, cho cả năm, khi có ít nhất 10 bản ghi thay đổi. Nếu không, bản ghi nhập muộn được tính vào kỳ sau.</translation>
        </message>
        <message>
            <source>The office {office} is not in the directory. Its counts were not taken.</source>
            <translation>Đơn vị {office} không có trong danh bạ. Chưa nhận số đếm của đơn vị này.</translation>
        </message>
        <message>
            <source>There are two different counts of the office {office} with the same edition number. Ask the office which one is right.</source>
            <translation>Có hai bản số đếm khác nhau của đơn vị {office} cùng một số lần lập. Hãy hỏi đơn vị bản nào đúng.</translation>
        </message>
        <message>
            <source>This is not a file with the counts of an office.</source>
            <translation>Đây không phải tệp số đếm của một đơn vị.</translation>
        </message>
        <message>
            <source>Each office stands in one line only, each line in one group only, and each has a name: {name}.</source>
            <translation>Mỗi cơ quan chỉ nằm trong một dòng, mỗi dòng chỉ nằm trong một nhóm, và đều phải có tên: {name}.</translation>
        </message>
        <message>
            <source>This report has a fixed form: it is made for all offices together.</source>
            <translation>Báo cáo này có mẫu cố định, chỉ lập chung cho tất cả cơ quan.</translation>
        </message>
        <message>
            <source>Reports show no office named {name}. They show: {names}.</source>
            <translation>Báo cáo không có dòng nào tên là {name}. Các dòng hiện có: {names}.</translation>
        </message>
        <message>
            <source>Figures by office are made for whole years only.</source>
            <translation>Số liệu theo cơ quan chỉ lập cho cả năm.</translation>
        </message>
        <message>
            <source>No smaller change passes. Choose a longer period or another report.</source>
            <translation>Không còn cách sửa nào nhỏ hơn. Hãy chọn kỳ dài hơn hoặc báo cáo khác.</translation>
        </message>
        <message>
            <source>Release “{period}” instead.</source>
            <translation>Có thể công bố kỳ “{period}” thay thế.</translation>
        </message>
        <message>
            <source>Release without table {tables}.</source>
            <translation>Có thể công bố khi bỏ bảng {tables}.</translation>
        </message>
        <message>
            <source>All of “{row}” would be known to be “{group}”.</source>
            <translation>Người đọc sẽ biết toàn bộ “{row}” đều là “{group}”.</translation>
        </message>
        <message>
            <source>What was added or removed since the last edition would be known: “{group}”.</source>
            <translation>Người đọc sẽ biết trường hợp được thêm hoặc bớt so với lần trước: “{group}”.</translation>
        </message>
        <message>
            <source>“{group}” would be known to be exactly {number}.</source>
            <translation>Người đọc sẽ biết “{group}” là đúng {number}.</translation>
        </message>
        <message>
            <source>“{group}” would be known to be from {low} to {high}.</source>
            <translation>Người đọc sẽ biết “{group}” là từ {low} đến {high}.</translation>
        </message>
        <message>
            <source>Left out ({reason})</source>
            <translation>Không tính ({reason})</translation>
        </message>
        <message>
            <source>Adding {plus}: at least {number}.</source>
            <translation>Cộng {plus}: ít nhất là {number}.</translation>
        </message>
        <message>
            <source>Adding {plus}: at most {number}.</source>
            <translation>Cộng {plus}: nhiều nhất là {number}.</translation>
        </message>
        <message>
            <source>Taking {minus} from {plus} leaves at least {number}.</source>
            <translation>Lấy {plus} trừ {minus} còn ít nhất {number}.</translation>
        </message>
        <message>
            <source>Taking {minus} from {plus} leaves at most {number}.</source>
            <translation>Lấy {plus} trừ {minus} còn nhiều nhất {number}.</translation>
        </message>
        <message>
            <source>The mapping file has no identifier for {code}. Nothing was exported.</source>
            <translation>Tệp đối chiếu không có mã cho {code}. Chưa xuất gì.</translation>
        </message>
        <message>
            <source>In this period there were fewer than 10 people. No figures are exported.</source>
            <translation>Trong kỳ này có dưới 10 người. Không xuất số liệu.</translation>
        </message>
        <message>
            <source>The files could not be written. The release is kept: make its files again elsewhere.</source>
            <translation>Không ghi được tệp. Bản công bố vẫn được giữ: hãy tạo lại tệp ở nơi khác.</translation>
        </message>
        <message>
            <source>The mapping file cannot be read. No files were written.</source>
            <translation>Không đọc được tệp đối chiếu mã. Chưa ghi tệp nào.</translation>
        </message>
        <message>
            <source>Reported in</source>
            <translation>Kỳ tiếp nhận</translation>
        </message>
        <message>
            <source>Time between incident and report</source>
            <translation>Thời gian từ khi xảy ra đến khi báo</translation>
        </message>
        <message>
            <source>Age group</source>
            <translation>Nhóm tuổi</translation>
        </message>
        <message>
            <source>Area of the incident</source>
            <translation>Khu vực xảy ra</translation>
        </message>
        <message>
            <source>Type of violence</source>
            <translation>Loại bạo lực</translation>
        </message>
        <message>
            <source>Case context</source>
            <translation>Bối cảnh vụ việc</translation>
        </message>
        <message>
            <source>Earlier incidents</source>
            <translation>Vụ việc trước đó</translation>
        </message>
        <message>
            <source>Number of alleged perpetrators</source>
            <translation>Số người gây bạo lực</translation>
        </message>
        <message>
            <source>Sex of the alleged perpetrator</source>
            <translation>Giới tính người gây bạo lực</translation>
        </message>
        <message>
            <source>Age group of the alleged perpetrator</source>
            <translation>Nhóm tuổi người gây bạo lực</translation>
        </message>
        <message>
            <source>Relationship of the alleged perpetrator</source>
            <translation>Quan hệ của người gây bạo lực</translation>
        </message>
        <message>
            <source>There is no report named {name}. The reports are: {names}.</source>
            <translation>Không có báo cáo tên {name}. Các báo cáo hiện có: {names}.</translation>
        </message>
        <message>
            <source>In these counts a total is not the sum of its parts. They cannot be used.</source>
            <translation>Trong số đếm này có tổng không bằng tổng các phần. Không dùng được.</translation>
        </message>
        <message>
            <source>released</source>
            <translation>đã công bố</translation>
        </message>
        <message>
            <source>withdrawn</source>
            <translation>đã thu hồi</translation>
        </message>
        <message>
            <source>replaced by a correction</source>
            <translation>đã thay bằng bản đính chính</translation>
        </message>
        <message>
            <source>sealed for an authority</source>
            <translation>đã niêm phong gửi cơ quan có thẩm quyền</translation>
        </message>
        <message>
            <source>joined with the list of another member</source>
            <translation>đã gộp với sổ của thành viên khác</translation>
        </message>
        <message>
            <source>The list of releases is damaged at line {number}. Nothing can be released.</source>
            <translation>Sổ công bố bị hỏng ở dòng {number}. Không công bố được số liệu.</translation>
        </message>
        <message>
            <source>The list of releases has {number} ends: releases were made that did not know of each other. Join them first; until then nothing is released.</source>
            <translation>Sổ công bố đã tách thành {number} nhánh: có nơi công bố khi chưa có sổ mới nhất. Hãy gộp lại trước; trong lúc đó không công bố gì.</translation>
        </message>
        <message>
            <source>This is not a list of releases, or it was changed. Nothing was joined.</source>
            <translation>Tệp này không phải sổ công bố, hoặc đã bị sửa. Chưa gộp gì.</translation>
        </message>
        <message>
            <source>Releases of an earlier version of the program stand in the list. It cannot be given away.</source>
            <translation>Trong sổ có lần công bố bằng phiên bản cũ của chương trình nên không gửi sổ đi được.</translation>
        </message>
        <message>
            <source>{office} knows {number} releases that are not in the list here. Join the lists first; until then nothing is released.</source>
            <translation>Sổ của {office} có {number} lần công bố mà sổ ở đây chưa có. Hãy gộp hai sổ trước; trong lúc đó không công bố gì.</translation>
        </message>
        <message>
            <source>Figures of this period were released by {office}. More figures of it can only be released there.</source>
            <translation>Số liệu của kỳ này do {office} công bố. Muốn công bố thêm thì phải làm ở đó.</translation>
        </message>
        <message>
            <source>Both lists are the same.</source>
            <translation>Hai sổ giống nhau.</translation>
        </message>
        <message>
            <source>The list here has everything that the other one has, and more.</source>
            <translation>Sổ ở đây có đủ và nhiều hơn sổ kia.</translation>
        </message>
        <message>
            <source>The other list has releases that are missing here.</source>
            <translation>Sổ kia có những lần công bố mà ở đây chưa có.</translation>
        </message>
        <message>
            <source>Each list has releases that are missing in the other.</source>
            <translation>Mỗi sổ có những lần công bố mà sổ kia chưa có.</translation>
        </message>
        <message>
            <source>The report {name} cannot be used: {reasons}</source>
            <translation>Không dùng được báo cáo {name}: {reasons}</translation>
        </message>
        <message>
            <source>{number} of {whole} ({share})</source>
            <translation>{number} trên {whole} ({share})</translation>
        </message>
        <message>
            <source>Figures of this period were closed before the counts of {office} came, and that office has released figures of its own. The two cannot be joined; use a later period.</source>
            <translation>Số liệu kỳ này đã chốt trước khi có số đếm của {office}, mà cơ quan đó lại đã công bố số liệu riêng. Không ghép được hai bên; hãy dùng kỳ sau.</translation>
        </message>
        <message>
            <source>entered by mistake</source>
            <translation>nhập nhầm</translation>
        </message>
        <message>
            <source>joined with another record</source>
            <translation>đã gộp với hồ sơ khác</translation>
        </message>
        <message>
            <source>no complete date of the first report</source>
            <translation>ngày tiếp nhận chưa ghi đầy đủ</translation>
        </message>
        <message>
            <source>no consent to statistics</source>
            <translation>không có sự đồng ý cho tính số liệu</translation>
        </message>
        <message>
            <source>counted by another member of the network</source>
            <translation>đơn vị khác trong mạng lưới đã tính</translation>
        </message>
        <message>
            <source>the type of violence is not determined yet</source>
            <translation>chưa xác định loại hình bạo lực</translation>
        </message>
        <message>
            <source>not gender-based violence</source>
            <translation>không phải bạo lực trên cơ sở giới</translation>
        </message>
        <message>
            <source>entered after the period was closed</source>
            <translation>nhập sau khi đã khóa kỳ báo cáo</translation>
        </message>
        <message>
            <source>The check of the figures failed. Nothing was released.</source>
            <translation>Số liệu chưa qua được phần kiểm tra. Chưa công bố gì.</translation>
        </message>
        <message>
            <source>This cannot be released: from these figures and those released before, something about a few people could be worked out. {proof}</source>
            <translation>Không công bố được: từ các số này và các số đã công bố có thể suy ra thông tin về một vài người. {proof}</translation>
        </message>
        <message>
            <source>It could not be shown that these figures protect everybody. Nothing was released. Try a longer period or a report with fewer tables.</source>
            <translation>Chưa chứng minh được số liệu này bảo vệ mọi người. Chưa công bố gì. Hãy chọn kỳ dài hơn hoặc báo cáo ít bảng hơn.</translation>
        </message>
        <message>
            <source>No figures were found that add up and protect everybody. Nothing was released. Choose a longer period or a report with fewer tables.</source>
            <translation>Không tìm được cách làm tròn vừa cộng khớp vừa bảo vệ mọi người. Chưa công bố gì. Hãy chọn kỳ dài hơn hoặc báo cáo ít bảng hơn.</translation>
        </message>
        <message>
            <source>quarters</source>
            <translation>quý</translation>
        </message>
        <message>
            <source>half-years</source>
            <translation>6 tháng</translation>
        </message>
        <message>
            <source>whole years</source>
            <translation>năm</translation>
        </message>
        <message>
            <source>several years together</source>
            <translation>nhiều năm gộp lại</translation>
        </message>
        <message>
            <source>Figures leave the office for quarters, half-years, years and programmes only.</source>
            <translation>Số liệu chỉ được đưa ra ngoài theo quý, nửa năm, năm và giai đoạn.</translation>
        </message>
        <message>
            <source>This report is made for these periods only: {periods}.</source>
            <translation>Báo cáo này chỉ lập theo: {periods}.</translation>
        </message>
        <message>
            <source>Figures of these people were already released with the report {report} ({period}). A second report would be a second rounding of the same people. Use that report.</source>
            <translation>Số liệu về những người này đã công bố trong báo cáo {report} ({period}). Lập báo cáo thứ hai là làm tròn lại số của cùng những người ấy. Hãy dùng báo cáo đã có.</translation>
        </message>
        <message>
            <source>There is no release named {name}.</source>
            <translation>Không có bản công bố tên {name}.</translation>
        </message>
        <message>
            <source>The release {name} was withdrawn. Its figures are not handed out again.</source>
            <translation>Bản công bố {name} đã thu hồi. Số liệu của bản đó không đưa ra lại nữa.</translation>
        </message>
        <message>
            <source>The release {name} was replaced by a correction: {newer}. Use that one.</source>
            <translation>Bản công bố {name} đã được thay bằng bản đính chính: {newer}. Hãy dùng bản đó.</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>ĐVT</translation>
        </message>
        <message>
            <source>Form: {form}</source>
            <translation>Biểu số: {form}</translation>
        </message>
        <message>
            <source>Exact figures of the whole province</source>
            <translation>Số chính xác của toàn tỉnh</translation>
        </message>
        <message>
            <source>incidents</source>
            <translation>vụ</translation>
        </message>
        <message>
            <source>people</source>
            <translation>người</translation>
        </message>
        <message>
            <source>people said to have used violence</source>
            <translation>người bị cho là có hành vi bạo lực</translation>
        </message>
        <message>
            <source>cases</source>
            <translation>trường hợp</translation>
        </message>
        <message>
            <source>closings of cases</source>
            <translation>lượt kết thúc trường hợp</translation>
        </message>
        <message>
            <source>referrals that came to an end</source>
            <translation>lượt chuyển gửi đã kết thúc</translation>
        </message>
        <message>
            <source>This is the exact number.</source>
            <translation>Đây là số chính xác.</translation>
        </message>
        <message>
            <source>Hidden, so that nobody can be recognised.</source>
            <translation>Được che để không nhận ra người.</translation>
        </message>
        <message>
            <source>Rounded to a multiple of {base}, so that nobody can be recognised: the true number is from {low} to {high}.</source>
            <translation>Làm tròn đến bội số của {base} để không nhận ra người: số thực từ {low} đến {high}.</translation>
        </message>
        <message>
            <source>The figures could not be worked out in the time given. Nothing was released.</source>
            <translation>Chưa tính xong số liệu trong thời gian cho phép. Chưa công bố gì.</translation>
        </message>
        <message>
            <source>The part of the program that protects the figures is missing. Nothing was released. Install the program again.</source>
            <translation>Thiếu phần bảo vệ số liệu của chương trình. Chưa công bố gì. Hãy cài lại chương trình.</translation>
        </message>
        <message>
            <source>These counts belong to another report or another period.</source>
            <translation>Số đếm này thuộc báo cáo khác hoặc kỳ khác.</translation>
        </message>
        <message>
            <source>Numerator: {title}</source>
            <translation>Tử số: {title}</translation>
        </message>
        <message>
            <source>Denominator: {title}</source>
            <translation>Mẫu số: {title}</translation>
        </message>
        <message>
            <source>Figure: {title}</source>
            <translation>Số liệu: {title}</translation>
        </message>
        <message>
            <source>no data on households</source>
            <translation>không có dữ liệu về hộ</translation>
        </message>
        <message>
            <source>in a report</source>
            <translation>có trong báo cáo</translation>
        </message>
        <message>
            <source>on the office's own screen</source>
            <translation>trên màn hình nội bộ của đơn vị</translation>
        </message>
        <message>
            <source>nobody has said how it is counted yet</source>
            <translation>chưa quy định cách tính</translation>
        </message>
        <message>
            <source>its records do not exist yet</source>
            <translation>chưa có loại hồ sơ cần thiết</translation>
        </message>
        <message>
            <source>Small figures are hidden (“..”) to protect the people who suffered violence, and others with them, so that none can be worked out. Do not add up what is hidden.</source>
            <translation>Số nhỏ được che (“..”) để bảo vệ người bị bạo lực; một số ô khác cũng được che để không ai suy ra được. Không cộng các ô bị che.</translation>
        </message>
        <message>
            <source>The figures are rounded together to multiples of {base} to protect the people who suffered violence; every row and column still adds up; each figure is less than {bound} away from the true one. “≤ {most}” is from 0 to {most}.</source>
            <translation>Số liệu được làm tròn có kiểm soát đến bội số của {base} để bảo vệ người bị bạo lực; mọi hàng và cột vẫn cộng khớp; mỗi số lệch so với số thực dưới {bound}. “≤ {most}” là từ 0 đến {most}.</translation>
        </message>
        <message>
            <source>In this period there were fewer than 10 people. No figures are shown.</source>
            <translation>Trong kỳ này có dưới 10 người. Không nêu số liệu.</translation>
        </message>
        <message>
            <source>Based on {number} {unit} for which the use in statistics was agreed to.</source>
            <translation>Dựa trên {number} {unit} đồng ý cho tính số liệu.</translation>
        </message>
        <message>
            <source>Possibly counted twice: {number} (from another provider, without a referral mark).</source>
            <translation>Có thể trùng: {number} (nơi hỗ trợ khác chuyển đến, không có mã chuyển gửi).</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>Tổng số</translation>
        </message>
        <message>
            <source>Left out: {reason}: {number}</source>
            <translation>Không tính: {reason}: {number}</translation>
        </message>
        <message>
            <source>Report: {title}</source>
            <translation>Báo cáo: {title}</translation>
        </message>
        <message>
            <source>Period: {period}</source>
            <translation>Kỳ báo cáo: {period}</translation>
        </message>
        <message>
            <source>Release: {name}</source>
            <translation>Mã công bố: {name}</translation>
        </message>
        <message>
            <source>Plan: {name}, {digest}</source>
            <translation>Mẫu báo cáo: {name}, {digest}</translation>
        </message>
        <message>
            <source>Counted and rounded together: {offices}.</source>
            <translation>Đếm chung và làm tròn chung: {offices}.</translation>
        </message>
        <message>
            <source>Where several answers are possible, an incident stands in several lines; their sum can be larger than the total.</source>
            <translation>Ở bảng có thể chọn nhiều mục, một vụ được tính ở nhiều dòng; tổng các dòng có thể lớn hơn tổng số vụ.</translation>
        </message>
        <message>
            <source>Tables by place are made for the year only.</source>
            <translation>Bảng theo địa bàn chỉ lập cho cả năm.</translation>
        </message>
        <message>
            <source>Not released, to protect everybody: table {tables}.</source>
            <translation>Không công bố, để bảo vệ mọi người: bảng {tables}.</translation>
        </message>
        <message>
            <source>Exact figures stand apart and do not add up with the rounded ones.</source>
            <translation>Số chính xác đứng riêng, không cộng khớp với số làm tròn.</translation>
        </message>
        <message>
            <source>Made by {maker}, approved by {approver}.</source>
            <translation>Người lập: {maker}; người duyệt: {approver}.</translation>
        </message>
        <message>
            <source>Made by {maker}; nobody else has approved it.</source>
            <translation>Người lập: {maker}; chưa có người khác duyệt.</translation>
        </message>
        <message>
            <source>This file is damaged, or was not made by this program.</source>
            <translation>Tệp này bị hỏng, hoặc không phải do chương trình này tạo ra.</translation>
        </message>
        <message>
            <source>This file cannot be opened with this password.</source>
            <translation>Không mở được tệp này bằng mật khẩu này.</translation>
        </message>
        <message>
            <source>Opening this file asks too much of this computer just now. Close other programs and try again.</source>
            <translation>Máy đang quá tải nên chưa mở được tệp này. Hãy đóng bớt chương trình khác rồi thử lại.</translation>
        </message>
        <message>
            <source>Please use at least {least} characters, or take the five words offered.</source>
            <translation>Hãy dùng ít nhất {least} ký tự, hoặc lấy năm từ được gợi ý.</translation>
        </message>
        <message>
            <source>Please use at most {most} characters.</source>
            <translation>Hãy dùng nhiều nhất {most} ký tự.</translation>
        </message>
        <message>
            <source>Some of these characters cannot be typed again on another computer.</source>
            <translation>Có ký tự không gõ lại được trên máy khác.</translation>
        </message>
        <message>
            <source>This is easy to guess: names, dates, telephone numbers, places, offices and common words are tried first. Please take other words.</source>
            <translation>Mật khẩu này dễ đoán: người ta thử trước hết tên người, ngày tháng, số điện thoại, địa danh, tên cơ quan và các từ hay dùng. Hãy chọn từ khác.</translation>
        </message>
        <message>
            <source>This password is strong.</source>
            <translation>Mật khẩu này mạnh.</translation>
        </message>
        <message>
            <source>This password is good enough. One more word would make it stronger.</source>
            <translation>Mật khẩu này dùng được. Thêm một từ nữa sẽ mạnh hơn.</translation>
        </message>
        <message>
            <source>This password may be guessed. One or two more words would make it stronger.</source>
            <translation>Mật khẩu này có thể bị đoán ra. Thêm một hoặc hai từ nữa sẽ mạnh hơn.</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>So sánh</translation>
        </message>
        <message>
            <source>Not the same</source>
            <translation>Không phải</translation>
        </message>
        <message>
            <source>There may be a case of this person already. Ask who is in charge.</source>
            <translation>Có thể người này đã có hồ sơ. Hãy hỏi người phụ trách.</translation>
        </message>
        <message>
            <source>A case may be of the same person: {code} (same {matched}).</source>
            <translation>Có 1 hồ sơ giống: {code} (khớp {matched}).</translation>
        </message>
        <message>
            <source>Cases that may be of the same person: {count}, first {code} ({matched}).</source>
            <translation>Có {count} hồ sơ giống: {code} (khớp {matched}) và hồ sơ khác.</translation>
        </message>
        <message>
            <source>Go on writing</source>
            <translation>Viết tiếp</translation>
        </message>
        <message>
            <source>Throw the draft away</source>
            <translation>Bỏ bản nháp</translation>
        </message>
        <message>
            <source>There is a draft from {when} ({count} answers).</source>
            <translation>Có bản nháp từ {when} ({count} câu).</translation>
        </message>
        <message>
            <source>{time} today</source>
            <translation>{time} hôm nay</translation>
        </message>
        <message>
            <source>{time} on {date}</source>
            <translation>{time} ngày {date}</translation>
        </message>
        <message>
            <source>{field}: the case now says “{value}”. Your draft is below.</source>
            <translation>{field}: hồ sơ hiện ghi “{value}”. Bản nháp của bạn ở bên dưới.</translation>
        </message>
        <message>
            <source>Take the value of the case</source>
            <translation>Lấy nội dung trong hồ sơ</translation>
        </message>
        <message>
            <source>Keep mine</source>
            <translation>Giữ nội dung tôi gõ</translation>
        </message>
        <message>
            <source>Ask and record</source>
            <translation>Hỏi và ghi lại</translation>
        </message>
        <message>
            <source>Nothing was asked yet.</source>
            <translation>Chưa hỏi điều gì.</translation>
        </message>
        <message>
            <source>Withdraw...</source>
            <translation>Rút lại...</translation>
        </message>
        <message>
            <source>Withdraw consent {number}</source>
            <translation>Rút lại sự đồng ý {number}</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Mở</translation>
        </message>
        <message>
            <source>Open consent {number}</source>
            <translation>Mở sự đồng ý {number}</translation>
        </message>
        <message>
            <source>May be shared: {items}</source>
            <translation>Được chia sẻ: {items}</translation>
        </message>
        <message>
            <source>Nothing is deleted, but nothing more is shared. Referrals that end: {ended}. Recipients who must be told: {told}.</source>
            <translation>Không có gì bị xóa, nhưng từ nay không chia sẻ nữa. Số phiếu chuyển gửi kết thúc: {ended}. Số nơi nhận phải báo: {told}.</translation>
        </message>
        <message>
            <source>Withdraw the consent</source>
            <translation>Rút lại sự đồng ý</translation>
        </message>
        <message>
            <source>The consent is withdrawn.</source>
            <translation>Đã ghi việc rút lại sự đồng ý.</translation>
        </message>
        <message>
            <source>New consent</source>
            <translation>Sự đồng ý mới</translation>
        </message>
        <message>
            <source>{purpose}: {recipient}</source>
            <translation>{purpose}: {recipient}</translation>
        </message>
        <message>
            <source>The picture lies in the cabinet, without place and time of the camera.</source>
            <translation>Ảnh đã nằm trong tủ hồ sơ, không kèm nơi chụp và giờ chụp.</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Tất cả</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>Của tôi</translation>
        </message>
        <message>
            <source>Active</source>
            <translation>Đang hỗ trợ</translation>
        </message>
        <message>
            <source>Urgent</source>
            <translation>Khẩn cấp</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>Quá hạn</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Lọc</translation>
        </message>
        <message>
            <source>Which cases are shown</source>
            <translation>Hiện những hồ sơ nào</translation>
        </message>
        <message>
            <source>Clear the filters</source>
            <translation>Xóa lọc</translation>
        </message>
        <message>
            <source>In charge: {worker}</source>
            <translation>Phụ trách: {worker}</translation>
        </message>
        <message>
            <source>A glance at the chosen case</source>
            <translation>Xem nhanh hồ sơ đang chọn</translation>
        </message>
        <message>
            <source>Open the case</source>
            <translation>Mở hồ sơ</translation>
        </message>
        <message>
            <source>Contact: {how}</source>
            <translation>Liên lạc: {how}</translation>
        </message>
        <message>
            <source>Refer...</source>
            <translation>Chuyển gửi...</translation>
        </message>
        <message>
            <source>Print...</source>
            <translation>In...</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Khác</translation>
        </message>
        <message>
            <source>in charge: {worker}</source>
            <translation>phụ trách: {worker}</translation>
        </message>
        <message>
            <source>Columns of the list</source>
            <translation>Các cột của danh sách</translation>
        </message>
        <message>
            <source>Hide names</source>
            <translation>Ẩn tên</translation>
        </message>
        <message>
            <source>Clear the search</source>
            <translation>Xóa tìm kiếm</translation>
        </message>
        <message>
            <source>“{text}” was not found. Try fewer letters, or look by code.</source>
            <translation>Không thấy “{text}”. Thử bớt chữ, hoặc tìm theo mã.</translation>
        </message>
        <message>
            <source>Show all cases</source>
            <translation>Xem tất cả hồ sơ</translation>
        </message>
        <message>
            <source>There is no such case.</source>
            <translation>Không có hồ sơ nào như vậy.</translation>
        </message>
        <message>
            <source>New case</source>
            <translation>Hồ sơ mới</translation>
        </message>
        <message>
            <source>There are no cases yet.</source>
            <translation>Chưa có hồ sơ nào.</translation>
        </message>
        <message>
            <source>Show names</source>
            <translation>Hiện tên</translation>
        </message>
        <message>
            <source>Find by name, code, phone</source>
            <translation>Tìm theo tên, mã, số điện thoại</translation>
        </message>
        <message>
            <source>Add an incident</source>
            <translation>Thêm vụ việc</translation>
        </message>
        <message>
            <source>Record a consent</source>
            <translation>Ghi sự đồng ý</translation>
        </message>
        <message>
            <source>Came with a referral mark...</source>
            <translation>Được chuyển đến kèm mã chuyển gửi...</translation>
        </message>
        <message>
            <source>Change the state to: {state}</source>
            <translation>Đổi trạng thái thành: {state}</translation>
        </message>
        <message>
            <source>Let it count again: {part}</source>
            <translation>Cho có giá trị trở lại: {part}</translation>
        </message>
        <message>
            <source>Entered by mistake: {part}...</source>
            <translation>Nhập nhầm: {part}...</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Mã</translation>
        </message>
        <message>
            <source>Next task</source>
            <translation>Việc tiếp theo</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>trống</translation>
        </message>
        <message>
            <source>name hidden</source>
            <translation>đã ẩn tên</translation>
        </message>
        <message>
            <source>The state is now: {state}</source>
            <translation>Trạng thái hiện nay: {state}</translation>
        </message>
        <message>
            <source>Workbook</source>
            <translation>Sổ công tác</translation>
        </message>
        <message>
            <source>Change the state</source>
            <translation>Đổi trạng thái</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Hủy</translation>
        </message>
        <message>
            <source>{date}, {time}: {what}</source>
            <translation>{date}, {time}: {what}</translation>
        </message>
        <message>
            <source>The whole story</source>
            <translation>Xem toàn bộ diễn biến</translation>
        </message>
        <message>
            <source>Who the person is</source>
            <translation>Người được hỗ trợ là ai</translation>
        </message>
        <message>
            <source>Urgent: {what}</source>
            <translation>Khẩn cấp: {what}</translation>
        </message>
        <message>
            <source>Safe contact: {how}</source>
            <translation>Liên lạc an toàn: {how}</translation>
        </message>
        <message>
            <source>Phone: {number}</source>
            <translation>Điện thoại: {number}</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Sửa</translation>
        </message>
        <message>
            <source>No incident is written down yet.</source>
            <translation>Chưa ghi vụ việc nào.</translation>
        </message>
        <message>
            <source>Nobody was asked for help yet.</source>
            <translation>Chưa chuyển gửi đến nơi nào.</translation>
        </message>
        <message>
            <source>Nothing. Every question that a rule needs is answered.</source>
            <translation>Không thiếu gì. Mọi câu cần thiết đã có câu trả lời.</translation>
        </message>
        <message>
            <source>and {count} more, shown in the forms</source>
            <translation>và {count} mục nữa, xem trong các thẻ</translation>
        </message>
        <message>
            <source>{record}: {what}</source>
            <translation>{record}: {what}</translation>
        </message>
        <message>
            <source>Incident {number}: {what}</source>
            <translation>Vụ việc {number}: {what}</translation>
        </message>
        <message>
            <source>{what} (entered by mistake)</source>
            <translation>{what} (nhập nhầm)</translation>
        </message>
        <message>
            <source>New incident</source>
            <translation>Vụ việc mới</translation>
        </message>
        <message>
            <source>Pause the interview</source>
            <translation>Tạm dừng phỏng vấn</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Để sau</translation>
        </message>
        <message>
            <source>Save and continue</source>
            <translation>Lưu và tiếp tục</translation>
        </message>
        <message>
            <source>Saved {time}.</source>
            <translation>Đã lưu {time}.</translation>
        </message>
        <message>
            <source>Summary without the name</source>
            <translation>Tóm tắt không có tên</translation>
        </message>
        <message>
            <source>Empty intake form</source>
            <translation>Phiếu tiếp nhận trống</translation>
        </message>
        <message>
            <source>Referral form {number}</source>
            <translation>Phiếu chuyển gửi {number}</translation>
        </message>
        <message>
            <source>Label for the envelope of {number}</source>
            <translation>Nhãn phong bì của {number}</translation>
        </message>
        <message>
            <source>No account, no note, nobody who is accused</source>
            <translation>Không có lời kể, ghi chú, người gây bạo lực</translation>
        </message>
        <message>
            <source>Room for the signatures</source>
            <translation>Có chỗ ký</translation>
        </message>
        <message>
            <source>Only what {office} may receive</source>
            <translation>Chỉ có phần mà {office} được nhận</translation>
        </message>
        <message>
            <source>Empty: {field}</source>
            <translation>Còn trống: {field}</translation>
        </message>
        <message>
            <source>Fill in</source>
            <translation>Điền</translation>
        </message>
        <message>
            <source>Undone: {field}</source>
            <translation>Đã hoàn tác: {field}</translation>
        </message>
        <message>
            <source>Undone: the change of {fields}</source>
            <translation>Đã hoàn tác: đổi {fields}</translation>
        </message>
        <message>
            <source>The draft was thrown away.</source>
            <translation>Đã bỏ bản nháp.</translation>
        </message>
        <message>
            <source>Places to look at again: {count}</source>
            <translation>{count} chỗ cần xem</translation>
        </message>
        <message>
            <source>Draft kept {when}</source>
            <translation>Đã lưu bản nháp {when}</translation>
        </message>
        <message>
            <source>Open referral {number}</source>
            <translation>Mở phiếu chuyển gửi {number}</translation>
        </message>
        <message>
            <source>An answer is expected by {date}</source>
            <translation>Chờ trả lời đến {date}</translation>
        </message>
        <message>
            <source>Tasks</source>
            <translation>Việc cần làm</translation>
        </message>
        <message>
            <source>Nothing is to be done.</source>
            <translation>Không có việc nào.</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Thêm</translation>
        </message>
        <message>
            <source>Add a task</source>
            <translation>Thêm việc cần làm</translation>
        </message>
        <message>
            <source>overdue since {date}</source>
            <translation>quá hạn từ {date}</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Xong</translation>
        </message>
        <message>
            <source>Done: {task}</source>
            <translation>Xong: {task}</translation>
        </message>
        <message>
            <source>The task is done.</source>
            <translation>Việc đã xong.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Hoàn tác</translation>
        </message>
        <message>
            <source>New task</source>
            <translation>Việc mới</translation>
        </message>
        <message>
            <source>Choose one of the answers.</source>
            <translation>Hãy chọn một câu trả lời.</translation>
        </message>
        <message>
            <source>Type a day, such as 24/11/2026.</source>
            <translation>Hãy gõ ngày, ví dụ 24/11/2026.</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>Hồ sơ</translation>
        </message>
        <message>
            <source>Hide this column</source>
            <translation>Ẩn cột này</translation>
        </message>
        <message>
            <source>Columns...</source>
            <translation>Chọn cột...</translation>
        </message>
        <message>
            <source>Parts of the case</source>
            <translation>Các phần của hồ sơ</translation>
        </message>
        <message>
            <source>{part}, {state}</source>
            <translation>{part}, {state}</translation>
        </message>
        <message>
            <source>Referrals {count}</source>
            <translation>Chuyển gửi {count}</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>Tổng quan</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>Diễn biến</translation>
        </message>
        <message>
            <source>It stands on the referral form, above the signatures: eight groups of four letters and digits. With it the office that sent counts the person; the services that you give count here.</source>
            <translation>Mã in trên phiếu chuyển gửi, ngay trên chỗ ký: tám nhóm, mỗi nhóm bốn chữ hoặc số. Có mã này, nơi gửi tính người được hỗ trợ vào số liệu của họ; dịch vụ bạn cung cấp vẫn tính ở đây.</translation>
        </message>
        <message>
            <source>Came with a referral mark</source>
            <translation>Được chuyển đến kèm mã chuyển gửi</translation>
        </message>
        <message>
            <source>Referral mark</source>
            <translation>Mã chuyển gửi</translation>
        </message>
        <message>
            <source>Keep the mark</source>
            <translation>Ghi lại mã</translation>
        </message>
        <message>
            <source>The office that sent counts the person; your services count here.</source>
            <translation>Nơi gửi tính người được hỗ trợ; dịch vụ của bạn vẫn tính ở đây.</translation>
        </message>
        <message>
            <source>It stays to be read, but counts for nothing: no sharing and no number rests on it.</source>
            <translation>Bản ghi vẫn đọc được nhưng không còn giá trị: không dựa vào đó để chia sẻ hay tính số liệu.</translation>
        </message>
        <message>
            <source>The record counts for nothing any more.</source>
            <translation>Bản ghi không còn giá trị.</translation>
        </message>
        <message>
            <source>The record counts again.</source>
            <translation>Bản ghi có giá trị trở lại.</translation>
        </message>
        <message>
            <source>not begun</source>
            <translation>chưa làm</translation>
        </message>
        <message>
            <source>begun</source>
            <translation>đang làm</translation>
        </message>
        <message>
            <source>done</source>
            <translation>xong</translation>
        </message>
        <message>
            <source>to look at again</source>
            <translation>cần xem lại</translation>
        </message>
        <message>
            <source>Chosen: {what}</source>
            <translation>Đã chọn: {what}</translation>
        </message>
        <message>
            <source>Assign...</source>
            <translation>Giao cho...</translation>
        </message>
        <message>
            <source>List of codes...</source>
            <translation>Danh sách mã...</translation>
        </message>
        <message>
            <source>Choose none</source>
            <translation>Bỏ chọn</translation>
        </message>
        <message>
            <source>Cases chosen: {count}</source>
            <translation>Đã chọn {count} hồ sơ</translation>
        </message>
        <message>
            <source>Assigning cases:</source>
            <translation>Đang giao hồ sơ:</translation>
        </message>
        <message>
            <source>{worker} was in charge of them already.</source>
            <translation>{worker} vốn đã phụ trách các hồ sơ này.</translation>
        </message>
        <message>
            <source>{worker} is in charge now of cases: {count}.</source>
            <translation>Đã giao {count} hồ sơ cho {worker}.</translation>
        </message>
        <message>
            <source>Taken back.</source>
            <translation>Đã hoàn tác.</translation>
        </message>
        <message>
            <source>Codes only: no name, no place, no kind of case.</source>
            <translation>Chỉ có mã: không tên, không địa chỉ, không loại việc.</translation>
        </message>
        <message>
            <source>Who is to be in charge</source>
            <translation>Ai sẽ phụ trách</translation>
        </message>
        <message>
            <source>Somebody else</source>
            <translation>Người khác</translation>
        </message>
        <message>
            <source>Name of the worker</source>
            <translation>Họ tên cán bộ</translation>
        </message>
        <message>
            <source>Assign</source>
            <translation>Giao</translation>
        </message>
        <message>
            <source>Who is to be in charge of the chosen cases ({count})?</source>
            <translation>Ai sẽ phụ trách {count} hồ sơ đã chọn?</translation>
        </message>
        <message>
            <source>What the worker before was still to do goes along. It can be taken back.</source>
            <translation>Việc còn dở của người trước cũng chuyển theo. Có thể hoàn tác.</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>Lên</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>Xuống</translation>
        </message>
        <message>
            <source>As it was at first</source>
            <translation>Như lúc đầu</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Đóng</translation>
        </message>
        <message>
            <source>Space shows or hides a column, Alt with an arrow moves it. Where there is no room for all, some stay away until the window is wider.</source>
            <translation>Phím cách để hiện hoặc ẩn cột, Alt và mũi tên để chuyển chỗ. Khi không đủ chỗ, vài cột tạm ẩn cho đến khi cửa sổ rộng hơn.</translation>
        </message>
        <message>
            <source>The code always comes first.</source>
            <translation>Mã luôn đứng đầu.</translation>
        </message>
        <message>
            <source>Copied. It can be pasted in this program only.</source>
            <translation>Đã sao chép. Chỉ dán được trong chương trình này.</translation>
        </message>
        <message>
            <source>Uncover</source>
            <translation>Hiện số</translation>
        </message>
        <message>
            <source>Uncover: {field}</source>
            <translation>Hiện: {field}</translation>
        </message>
        <message>
            <source>about {date}</source>
            <translation>khoảng {date}</translation>
        </message>
        <message>
            <source>Type a time such as 09:41.</source>
            <translation>Hãy gõ giờ, ví dụ 09:41.</translation>
        </message>
        <message>
            <source>Type the day too, such as 24/11/2026.</source>
            <translation>Hãy gõ cả ngày, ví dụ 24/11/2026.</translation>
        </message>
        <message>
            <source>day/month/year</source>
            <translation>ngày/tháng/năm</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>Lịch</translation>
        </message>
        <message>
            <source>The year {date}</source>
            <translation>Năm {date}</translation>
        </message>
        <message>
            <source>The month {date}</source>
            <translation>Tháng {date}</translation>
        </message>
        <message>
            <source>day/month/year hour:minute</source>
            <translation>ngày/tháng/năm giờ:phút</translation>
        </message>
        <message>
            <source>Directory of services</source>
            <translation>Danh bạ dịch vụ</translation>
        </message>
        <message>
            <source>Find in the directory</source>
            <translation>Tìm trong danh bạ</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Quay lại</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Lưu</translation>
        </message>
        <message>
            <source>Add the first one</source>
            <translation>Thêm nơi đầu tiên</translation>
        </message>
        <message>
            <source>Nobody is in the directory yet.</source>
            <translation>Danh bạ chưa có nơi nào.</translation>
        </message>
        <message>
            <source>{name}
not checked lately</source>
            <translation>{name}
lâu chưa kiểm tra lại</translation>
        </message>
        <message>
            <source>{name}
checked {date}</source>
            <translation>{name}
kiểm tra ngày {date}</translation>
        </message>
        <message>
            <source>Please write the name first.</source>
            <translation>Hãy ghi tên trước.</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Đã lưu.</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>Hồ sơ</translation>
        </message>
        <message>
            <source>There is a fault in the program. Your draft was kept.</source>
            <translation>Có lỗi trong chương trình. Bản nháp của bạn đã được giữ.</translation>
        </message>
        <message>
            <source>There is a fault in the program. Nothing in the cabinet was changed by it.</source>
            <translation>Có lỗi trong chương trình. Tủ hồ sơ không bị thay đổi gì.</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>Cần làm gì</translation>
        </message>
        <message>
            <source>How to get the newer version</source>
            <translation>Xem cách cập nhật</translation>
        </message>
        <message>
            <source>Counted without a name, as an age group.</source>
            <translation>Được tính vào số liệu không tên, theo nhóm tuổi.</translation>
        </message>
        <message>
            <source>Counted without a name, in groups of peoples.</source>
            <translation>Được tính vào số liệu không tên, theo nhóm dân tộc.</translation>
        </message>
        <message>
            <source>Counted without a name, by a larger area.</source>
            <translation>Được tính vào số liệu không tên, theo vùng rộng hơn.</translation>
        </message>
        <message>
            <source>Counted without a name, by month at most.</source>
            <translation>Được tính vào số liệu không tên, chi tiết nhất là theo tháng.</translation>
        </message>
        <message>
            <source>Counted without a name, as the answer that is chosen.</source>
            <translation>Được tính vào số liệu không tên, theo câu trả lời đã chọn.</translation>
        </message>
        <message>
            <source>For example 8/3/1990, 3/1990, 1990 or khoảng 1990.</source>
            <translation>Ví dụ 8/3/1990, 3/1990, 1990 hoặc khoảng 1990.</translation>
        </message>
        <message>
            <source>For example 24/11/2026 09:41. Ctrl+; writes today.</source>
            <translation>Ví dụ 24/11/2026 09:41. Ctrl+; ghi ngày hôm nay.</translation>
        </message>
        <message>
            <source>For example 24/11/2026, hôm qua, or -3 for three days ago.</source>
            <translation>Ví dụ 24/11/2026, hôm qua, hoặc -3 là ba ngày trước.</translation>
        </message>
        <message>
            <source>Type a few letters of the commune; the name of an old one works too.</source>
            <translation>Gõ vài chữ tên xã, phường; tên xã cũ cũng được.</translation>
        </message>
        <message>
            <source>For example 0912 345 678. Write whose phone it is, if it is not theirs.</source>
            <translation>Ví dụ 0912 345 678. Nếu là máy của người khác thì ghi rõ của ai.</translation>
        </message>
        <message>
            <source>Write it in the words that were used, without names that nobody needs.</source>
            <translation>Ghi đúng lời đã nói, không ghi tên người không liên quan.</translation>
        </message>
        <message>
            <source>Several answers can be chosen.</source>
            <translation>Chọn được nhiều câu trả lời.</translation>
        </message>
        <message>
            <source>A number, in {unit}.</source>
            <translation>Một số, tính bằng {unit}.</translation>
        </message>
        <message>
            <source>It need not be answered: Alt+Down offers four ways to skip it.</source>
            <translation>Không bắt buộc trả lời: Alt+Mũi tên xuống có bốn cách bỏ qua.</translation>
        </message>
        <message>
            <source>Shared only if the person agreed to: {item}.</source>
            <translation>Chỉ chia sẻ khi người được hỗ trợ đồng ý mục: {item}.</translation>
        </message>
        <message>
            <source>It stays in the cabinet.</source>
            <translation>Chỉ nằm trong tủ hồ sơ.</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>Bỏ qua</translation>
        </message>
        <message>
            <source>Why is this asked?</source>
            <translation>Vì sao hỏi?</translation>
        </message>
        <message>
            <source>Skip this question: {question}</source>
            <translation>Bỏ qua câu này: {question}</translation>
        </message>
        <message>
            <source>PDF file</source>
            <translation>Tệp PDF</translation>
        </message>
        <message>
            <source>Choose a file...</source>
            <translation>Chọn tệp...</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Xem</translation>
        </message>
        <message>
            <source>Take out</source>
            <translation>Bỏ</translation>
        </message>
        <message>
            <source>View: {field}</source>
            <translation>Xem: {field}</translation>
        </message>
        <message>
            <source>Take out: {field}</source>
            <translation>Bỏ: {field}</translation>
        </message>
        <message>
            <source>Choose a picture</source>
            <translation>Chọn ảnh</translation>
        </message>
        <message>
            <source>The picture that is kept</source>
            <translation>Ảnh đã lưu</translation>
        </message>
        <message>
            <source>It is shown from memory; no file was made.</source>
            <translation>Ảnh được hiện từ bộ nhớ, không tạo tệp nào trên máy.</translation>
        </message>
        <message>
            <source>Nothing in the list is called so. Choose one of the list.</source>
            <translation>Trong danh sách không có tên này. Hãy chọn một mục trong danh sách.</translation>
        </message>
        <message>
            <source>Type a few letters</source>
            <translation>Gõ vài chữ</translation>
        </message>
        <message>
            <source>Show the list</source>
            <translation>Hiện danh sách</translation>
        </message>
        <message>
            <source>Language and text size</source>
            <translation>Ngôn ngữ và cỡ chữ</translation>
        </message>
        <message>
            <source>Your office</source>
            <translation>Cơ quan của bạn</translation>
        </message>
        <message>
            <source>Begin to work</source>
            <translation>Bắt đầu làm việc</translation>
        </message>
        <message>
            <source>Practise with made-up data</source>
            <translation>Tập dùng với dữ liệu mẫu</translation>
        </message>
        <message>
            <source>Making the cabinet...</source>
            <translation>Đang tạo tủ hồ sơ...</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Tiếp tục</translation>
        </message>
        <message>
            <source>&amp;Text size</source>
            <translation>&amp;Cỡ chữ</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>Cỡ chữ</translation>
        </message>
        <message>
            <source>This is how large the text will be. Everything stays on this computer, encrypted; nothing is sent anywhere.</source>
            <translation>Chữ sẽ to như thế này. Mọi thứ nằm trên máy này, đã mã hóa; không gửi đi đâu cả.</translation>
        </message>
        <message>
            <source>Practise first, with made-up data</source>
            <translation>Tập dùng trước với dữ liệu mẫu</translation>
        </message>
        <message>
            <source>Where, and how to make contact safely</source>
            <translation>Nơi ở và cách liên lạc an toàn</translation>
        </message>
        <message>
            <source>Language, origin, marriage</source>
            <translation>Ngôn ngữ, dân tộc, hôn nhân</translation>
        </message>
        <message>
            <source>Household, children, living</source>
            <translation>Gia đình, con cái, đời sống</translation>
        </message>
        <message>
            <source>Only if a service needs it</source>
            <translation>Chỉ khi dịch vụ cần</translation>
        </message>
        <message>
            <source>Health and special circumstances</source>
            <translation>Sức khỏe và hoàn cảnh đặc thù</translation>
        </message>
        <message>
            <source>These questions may be hard to speak about. Any of them may be skipped.</source>
            <translation>Những câu sau có thể khó nói. Có thể bỏ qua bất cứ câu nào.</translation>
        </message>
        <message>
            <source>Under 18, or with a guardian</source>
            <translation>Dưới 18 tuổi hoặc có người giám hộ</translation>
        </message>
        <message>
            <source>Who agreed, and how</source>
            <translation>Ai đồng ý và bằng cách nào</translation>
        </message>
        <message>
            <source>Withdrawal, sharing without consent</source>
            <translation>Rút lại, chia sẻ không có sự đồng ý</translation>
        </message>
        <message>
            <source>When and where</source>
            <translation>Khi nào và ở đâu</translation>
        </message>
        <message>
            <source>Ask once. The questions below are answered by you, from the account.</source>
            <translation>Chỉ hỏi một lần. Bạn tự trả lời các câu bên dưới theo lời kể.</translation>
        </message>
        <message>
            <source>Type and forms of violence</source>
            <translation>Loại hình và hình thức bạo lực</translation>
        </message>
        <message>
            <source>Circumstances</source>
            <translation>Hoàn cảnh vụ việc</translation>
        </message>
        <message>
            <source>Health and what went before</source>
            <translation>Sức khỏe và những lần trước</translation>
        </message>
        <message>
            <source>Who is said to have done it</source>
            <translation>Người gây bạo lực</translation>
        </message>
        <message>
            <source>Reported before, services, wishes</source>
            <translation>Đã báo nơi khác, dịch vụ, mong muốn</translation>
        </message>
        <message>
            <source>{title}: {answered} of {all}</source>
            <translation>{title}: {answered}/{all}</translation>
        </message>
        <message>
            <source>open</source>
            <translation>đang mở</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>đang đóng</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Bỏ</translation>
        </message>
        <message>
            <source>{number}. {what}</source>
            <translation>{number}. {what}</translation>
        </message>
        <message>
            <source>Remove number {number}</source>
            <translation>Bỏ mục {number}</translation>
        </message>
        <message>
            <source>Add to: {what}</source>
            <translation>Thêm vào: {what}</translation>
        </message>
        <message>
            <source>nothing written yet</source>
            <translation>chưa viết gì</translation>
        </message>
        <message>
            <source>Messages of this sitting</source>
            <translation>Thông báo</translation>
        </message>
        <message>
            <source>Nothing was said yet.</source>
            <translation>Chưa có thông báo nào.</translation>
        </message>
        <message>
            <source>All help pages</source>
            <translation>Tất cả trợ giúp</translation>
        </message>
        <message>
            <source>Find in the help</source>
            <translation>Tìm trong trợ giúp</translation>
        </message>
        <message>
            <source>Help pages</source>
            <translation>Trang trợ giúp</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Trợ giúp</translation>
        </message>
        <message>
            <source>Nothing in the help says “{text}”. Try fewer letters.</source>
            <translation>Không thấy “{text}” trong trợ giúp. Thử bớt chữ.</translation>
        </message>
        <message>
            <source>Do not lock yet</source>
            <translation>Chưa khóa</translation>
        </message>
        <message>
            <source>The workbook locks in {seconds} seconds.</source>
            <translation>Sẽ khóa sau {seconds} giây.</translation>
        </message>
        <message>
            <source>Case {code} was made.</source>
            <translation>Đã lập hồ sơ {code}.</translation>
        </message>
        <message>
            <source>Case {code} is kept as a draft. {why}</source>
            <translation>Hồ sơ {code} được giữ ở dạng nháp. {why}</translation>
        </message>
        <message>
            <source>Move what was told here into case {code}, as a new incident of it?</source>
            <translation>Chuyển nội dung vừa kể vào hồ sơ {code} thành một vụ việc mới?</translation>
        </message>
        <message>
            <source>Only open the case</source>
            <translation>Chỉ mở hồ sơ</translation>
        </message>
        <message>
            <source>Move it, and open the case</source>
            <translation>Chuyển và mở hồ sơ</translation>
        </message>
        <message>
            <source>What was typed is now a new incident of case {code}.</source>
            <translation>Nội dung vừa gõ đã thành vụ việc mới của hồ sơ {code}.</translation>
        </message>
        <message>
            <source>Stop here. Agree on a safe way and time to speak, and write it down in block 4. Then choose “Save and continue”.</source>
            <translation>Hãy dừng ở đây. Thống nhất cách và giờ nói chuyện an toàn, ghi vào mục 4, rồi chọn “Lưu và tiếp tục”.</translation>
        </message>
        <message>
            <source>No to all four</source>
            <translation>Chọn Không cho cả bốn câu</translation>
        </message>
        <message>
            <source>Keep nothing and leave</source>
            <translation>Không giữ gì và rời trang</translation>
        </message>
        <message>
            <source>Please answer block 3 first: may this be recorded?</source>
            <translation>Hãy trả lời mục 3 trước: có đồng ý ghi hồ sơ không?</translation>
        </message>
        <message>
            <source>Nothing was kept.</source>
            <translation>Không giữ lại gì.</translation>
        </message>
        <message>
            <source>1  Safety first</source>
            <translation>1  An toàn trước hết</translation>
        </message>
        <message>
            <source>2  Is help needed at once?</source>
            <translation>2  Có cần giúp ngay không?</translation>
        </message>
        <message>
            <source>3  Agreement to record</source>
            <translation>3  Đồng ý ghi hồ sơ</translation>
        </message>
        <message>
            <source>4  The person, and how to make contact safely</source>
            <translation>4  Người được hỗ trợ và cách liên lạc an toàn</translation>
        </message>
        <message>
            <source>5  What happened</source>
            <translation>5  Chuyện gì đã xảy ra</translation>
        </message>
        <message>
            <source>6  What comes next</source>
            <translation>6  Việc tiếp theo</translation>
        </message>
        <message>
            <source>Help at once may be needed: an urgent referral can be made after saving.</source>
            <translation>Có thể cần giúp ngay: sau khi lưu, hãy lập phiếu chuyển gửi khẩn.</translation>
        </message>
        <message>
            <source>Is it safe to talk now?</source>
            <translation>Có an toàn để nói chuyện bây giờ không?</translation>
        </message>
        <message>
            <source>If somebody may overhear, agree on another time first.</source>
            <translation>Nếu người khác có thể nghe thấy thì hãy hẹn lúc khác.</translation>
        </message>
        <message>
            <source>May this be recorded?</source>
            <translation>Đồng ý ghi hồ sơ không?</translation>
        </message>
        <message>
            <source>Without agreement nothing of this page is kept.</source>
            <translation>Nếu không đồng ý, không giữ lại gì của trang này.</translation>
        </message>
        <message>
            <source>How the person agreed</source>
            <translation>Hình thức đồng ý</translation>
        </message>
        <message>
            <source>May it be counted, without a name?</source>
            <translation>Đồng ý cho tính vào số liệu (không có tên) không?</translation>
        </message>
        <message>
            <source>No answer counts as no.</source>
            <translation>Chưa trả lời thì coi như không đồng ý.</translation>
        </message>
        <message>
            <source>everywhere</source>
            <translation>mọi nơi</translation>
        </message>
        <message>
            <source>in forms</source>
            <translation>trong biểu mẫu</translation>
        </message>
        <message>
            <source>in a case</source>
            <translation>trong hồ sơ</translation>
        </message>
        <message>
            <source>in lists</source>
            <translation>trong danh sách</translation>
        </message>
        <message>
            <source>in fields</source>
            <translation>trong ô nhập</translation>
        </message>
        <message>
            <source>in rows</source>
            <translation>trong dòng</translation>
        </message>
        <message>
            <source>Hide everything, then lock</source>
            <translation>Ẩn tất cả rồi khóa</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Khóa</translation>
        </message>
        <message>
            <source>Find people, pages and commands</source>
            <translation>Tìm người, trang và lệnh</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Cài đặt</translation>
        </message>
        <message>
            <source>Why is this asked? What is this page?</source>
            <translation>Vì sao hỏi? Trang này để làm gì?</translation>
        </message>
        <message>
            <source>This sheet of keys</source>
            <translation>Bảng phím tắt này</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>Tiến</translation>
        </message>
        <message>
            <source>Next area of the window</source>
            <translation>Vùng tiếp theo của cửa sổ</translation>
        </message>
        <message>
            <source>Previous area of the window</source>
            <translation>Vùng trước của cửa sổ</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>Chữ to hơn</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>Chữ nhỏ hơn</translation>
        </message>
        <message>
            <source>Text of the usual size</source>
            <translation>Chữ cỡ thường</translation>
        </message>
        <message>
            <source>The main button of the page</source>
            <translation>Nút chính của trang</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Làm lại</translation>
        </message>
        <message>
            <source>Print preview</source>
            <translation>Xem trước khi in</translation>
        </message>
        <message>
            <source>Refer</source>
            <translation>Chuyển gửi</translation>
        </message>
        <message>
            <source>New note in the timeline</source>
            <translation>Ghi chú mới vào diễn biến</translation>
        </message>
        <message>
            <source>Next tab</source>
            <translation>Thẻ tiếp theo</translation>
        </message>
        <message>
            <source>Previous tab</source>
            <translation>Thẻ trước</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Sửa</translation>
        </message>
        <message>
            <source>Find in this list or page</source>
            <translation>Tìm trong danh sách hoặc trang này</translation>
        </message>
        <message>
            <source>Names or codes</source>
            <translation>Tên hoặc mã</translation>
        </message>
        <message>
            <source>Look at the chosen row</source>
            <translation>Xem nhanh dòng đang chọn</translation>
        </message>
        <message>
            <source>Close the strip, the list or the search</source>
            <translation>Đóng dải thông báo, danh sách hoặc ô tìm</translation>
        </message>
        <message>
            <source>Open the choices, or skip the question</source>
            <translation>Mở danh sách trả lời, hoặc bỏ qua câu hỏi</translation>
        </message>
        <message>
            <source>Write today's date</source>
            <translation>Ghi ngày hôm nay</translation>
        </message>
        <message>
            <source>Tick, or press</source>
            <translation>Đánh dấu, hoặc bấm</translation>
        </message>
        <message>
            <source>The entries at the left, in their order</source>
            <translation>Các mục bên trái, theo thứ tự</translation>
        </message>
        <message>
            <source>Cabinet {number}</source>
            <translation>Tủ hồ sơ {number}</translation>
        </message>
        <message>
            <source>Show the password</source>
            <translation>Hiện mật khẩu</translation>
        </message>
        <message>
            <source>Caps Lock is on.</source>
            <translation>Caps Lock đang bật.</translation>
        </message>
        <message>
            <source>Hide the password</source>
            <translation>Ẩn mật khẩu</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>Mở khóa</translation>
        </message>
        <message>
            <source>Save what can be read...</source>
            <translation>Cứu những gì còn đọc được...</translation>
        </message>
        <message>
            <source>&amp;Password</source>
            <translation>&amp;Mật khẩu</translation>
        </message>
        <message>
            <source>Forgotten? Use the recovery sheet...</source>
            <translation>Quên mật khẩu? Dùng phiếu khôi phục...</translation>
        </message>
        <message>
            <source>Cabinet {number} (damaged)</source>
            <translation>Tủ hồ sơ {number} (hỏng)</translation>
        </message>
        <message>
            <source>&amp;Cabinet</source>
            <translation>&amp;Tủ hồ sơ</translation>
        </message>
        <message>
            <source>Cabinet</source>
            <translation>Tủ hồ sơ</translation>
        </message>
        <message>
            <source>Opening...</source>
            <translation>Đang mở...</translation>
        </message>
        <message>
            <source>Close this message</source>
            <translation>Đóng thông báo này</translation>
        </message>
        <message>
            <source>{page}, waiting for you: {count}</source>
            <translation>{page}, đang chờ bạn: {count}</translation>
        </message>
        <message>
            <source>This page is open.</source>
            <translation>Trang này đang mở.</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>Các trang</translation>
        </message>
        <message>
            <source>Find a case, a person, a page...</source>
            <translation>Tìm hồ sơ, người, trang...</translation>
        </message>
        <message>
            <source>Quick hide</source>
            <translation>Ẩn nhanh</translation>
        </message>
        <message>
            <source>Offline - Encrypted</source>
            <translation>Ngoại tuyến - Đã mã hóa</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>Kiểm tra lại</translation>
        </message>
        <message>
            <source>Go on all the same...</source>
            <translation>Vẫn tiếp tục...</translation>
        </message>
        <message>
            <source>Checking the cabinet...</source>
            <translation>Đang kiểm tra tủ hồ sơ...</translation>
        </message>
        <message>
            <source>Nothing is written any more. Words that are not saved yet cannot be kept: write them down on paper, then lock.</source>
            <translation>Chương trình đã dừng ghi. Những chữ chưa lưu không giữ lại được: hãy chép ra giấy rồi khóa.</translation>
        </message>
        <message>
            <source>Lock now</source>
            <translation>Khóa ngay</translation>
        </message>
        <message>
            <source>Go on all the same</source>
            <translation>Vẫn tiếp tục</translation>
        </message>
        <message>
            <source>Only read</source>
            <translation>Chỉ xem</translation>
        </message>
        <message>
            <source>If you have a newer copy, do not go on: lock the workbook and put the copy in its place. What was written since is not in this one.</source>
            <translation>Nếu bạn có bản mới hơn thì đừng tiếp tục: hãy khóa sổ và đặt bản đó vào chỗ này. Những gì ghi sau đó không có trong bản này.</translation>
        </message>
        <message>
            <source>Type “{word}” to go on:</source>
            <translation>Gõ “{word}” để tiếp tục:</translation>
        </message>
        <message>
            <source>The name of the state on official papers</source>
            <translation>Ghi quốc hiệu trên văn bản</translation>
        </message>
        <message>
            <source>Please write your name and the name of the office.</source>
            <translation>Hãy ghi họ tên của bạn và tên cơ quan.</translation>
        </message>
        <message>
            <source>The whole province</source>
            <translation>Toàn tỉnh</translation>
        </message>
        <message>
            <source>&amp;Your name</source>
            <translation>&amp;Họ tên của bạn</translation>
        </message>
        <message>
            <source>Your &amp;role</source>
            <translation>&amp;Vai trò của bạn</translation>
        </message>
        <message>
            <source>Name of the &amp;office</source>
            <translation>Tên cơ &amp;quan</translation>
        </message>
        <message>
            <source>Office &amp;above it</source>
            <translation>Cơ quan cấp t&amp;rên</translation>
        </message>
        <message>
            <source>&amp;Kind of office</source>
            <translation>&amp;Loại cơ quan</translation>
        </message>
        <message>
            <source>Pro&amp;vince</source>
            <translation>&amp;Tỉnh, thành phố</translation>
        </message>
        <message>
            <source>&amp;Commune</source>
            <translation>&amp;Xã, phường</translation>
        </message>
        <message>
            <source>Office &amp;telephone</source>
            <translation>Điện thoại cơ q&amp;uan</translation>
        </message>
        <message>
            <source>Letters of the office in &amp;numbers of papers</source>
            <translation>&amp;Ký hiệu cơ quan trong số văn bản</translation>
        </message>
        <message>
            <source>Address of the office</source>
            <translation>Địa chỉ cơ quan</translation>
        </message>
        <message>
            <source>Who signs: by what right (KT., TL.)</source>
            <translation>Người ký: quyền hạn ký (KT., TL.)</translation>
        </message>
        <message>
            <source>Who signs: title</source>
            <translation>Người ký: chức vụ</translation>
        </message>
        <message>
            <source>Who signs: full name</source>
            <translation>Người ký: họ và tên</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Hôm nay</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>Báo cáo</translation>
        </message>
        <message>
            <source>Trash</source>
            <translation>Thùng rác</translation>
        </message>
        <message>
            <source>People and cases</source>
            <translation>Người và hồ sơ</translation>
        </message>
        <message>
            <source>Opened lately</source>
            <translation>Mở gần đây</translation>
        </message>
        <message>
            <source>Print an empty intake form</source>
            <translation>In phiếu tiếp nhận trống</translation>
        </message>
        <message>
            <source>Print an empty consent form</source>
            <translation>In phiếu đồng ý trống</translation>
        </message>
        <message>
            <source>Papers to print</source>
            <translation>Giấy tờ để in</translation>
        </message>
        <message>
            <source>Settings: {section}</source>
            <translation>Cài đặt: {section}</translation>
        </message>
        <message>
            <source>Empty consent form</source>
            <translation>Phiếu đồng ý trống</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>Kết quả tìm</translation>
        </message>
        <message>
            <source>Enter opens. Ctrl+Enter shows the list of cases.</source>
            <translation>Enter để mở. Ctrl+Enter xem danh sách hồ sơ.</translation>
        </message>
        <message>
            <source>Nothing was found. Try fewer letters.</source>
            <translation>Không thấy gì. Thử bớt chữ.</translation>
        </message>
        <message>
            <source>Find on the paper</source>
            <translation>Tìm trên giấy</translation>
        </message>
        <message>
            <source>Place before</source>
            <translation>Chỗ trước</translation>
        </message>
        <message>
            <source>Next place</source>
            <translation>Chỗ sau</translation>
        </message>
        <message>
            <source>Close the search</source>
            <translation>Đóng phần tìm</translation>
        </message>
        <message>
            <source>{number} of {count}</source>
            <translation>{number}/{count}</translation>
        </message>
        <message>
            <source>The printer did not take the paper. Check that it is switched on.</source>
            <translation>Máy in không nhận. Hãy xem máy in đã bật chưa.</translation>
        </message>
        <message>
            <source>Take these five &amp;words</source>
            <translation>&amp;Dùng năm từ này</translation>
        </message>
        <message>
            <source>Choose a password &amp;yourself</source>
            <translation>Tự đặt &amp;mật khẩu</translation>
        </message>
        <message>
            <source>Five other words</source>
            <translation>Đổi năm từ khác</translation>
        </message>
        <message>
            <source>Your password</source>
            <translation>Mật khẩu của bạn</translation>
        </message>
        <message>
            <source>Five words: {words}</source>
            <translation>Năm từ: {words}</translation>
        </message>
        <message>
            <source>Write them down tonight and learn them; then destroy the note.</source>
            <translation>Chép ra để học thuộc, thuộc rồi thì hủy tờ giấy.</translation>
        </message>
        <message>
            <source>Password: {password}</source>
            <translation>Mật khẩu: {password}</translation>
        </message>
        <message>
            <source>I have written it down</source>
            <translation>Tôi đã ghi lại</translation>
        </message>
        <message>
            <source>Password of the file</source>
            <translation>Mật khẩu của tệp</translation>
        </message>
        <message>
            <source>The file is saved and locked with this password:</source>
            <translation>Tệp đã được lưu và khóa bằng mật khẩu này:</translation>
        </message>
        <message>
            <source>It is shown only once. Tell it to the recipient by phone or in person, never together with the file.</source>
            <translation>Mật khẩu chỉ hiện một lần. Hãy báo cho nơi nhận qua điện thoại hoặc gặp trực tiếp, không gửi cùng tệp.</translation>
        </message>
        <message>
            <source>A pause. A glass of water may do good, for both of you.</source>
            <translation>Tạm nghỉ một lát. Mời cả hai cùng uống cốc nước.</translation>
        </message>
        <message>
            <source>What was written is kept. Go on whenever you are ready.</source>
            <translation>Những gì đã viết vẫn còn đó. Khi nào sẵn sàng thì tiếp tục.</translation>
        </message>
        <message>
            <source>Not in the list of communes; kept as it is written.</source>
            <translation>Không có trong danh mục xã; giữ nguyên như đã viết.</translation>
        </message>
        <message>
            <source>This commune was divided in July 2025 and may now lie in: {communes}</source>
            <translation>Xã này được chia tháng 7/2025, nay có thể thuộc: {communes}</translation>
        </message>
        <message>
            <source>Commune or ward: type a few letters</source>
            <translation>Xã, phường: gõ vài chữ</translation>
        </message>
        <message>
            <source>Village, street</source>
            <translation>Thôn, làng, đường</translation>
        </message>
        <message>
            <source>Village, street of: {what}</source>
            <translation>Thôn, làng, đường của: {what}</translation>
        </message>
        <message>
            <source>Before July 2025: {communes}</source>
            <translation>Trước tháng 7/2025: {communes}</translation>
        </message>
        <message>
            <source>Thirty made-up people are being written. Nothing of it can come into a real cabinet.</source>
            <translation>Đang tạo hồ sơ của ba mươi người không có thật. Dữ liệu này không thể lẫn vào tủ hồ sơ thật.</translation>
        </message>
        <message>
            <source>The practice cabinet is opened as you left it.</source>
            <translation>Đang mở tủ tập dùng như lần trước bạn để lại.</translation>
        </message>
        <message>
            <source>How far the work is</source>
            <translation>Việc đã làm đến đâu</translation>
        </message>
        <message>
            <source>Practice cabinet</source>
            <translation>Tủ hồ sơ tập dùng</translation>
        </message>
        <message>
            <source>PRACTICE DATA - these people are made up</source>
            <translation>DỮ LIỆU TẬP DÙNG - những người này không có thật</translation>
        </message>
        <message>
            <source>End practising</source>
            <translation>Thôi tập dùng</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>In</translation>
        </message>
        <message>
            <source>Save PDF with password...</source>
            <translation>Lưu PDF có mật khẩu...</translation>
        </message>
        <message>
            <source>Page before</source>
            <translation>Trang trước</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>Trang sau</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>Nhỏ hơn</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>To hơn</translation>
        </message>
        <message>
            <source>Fit the width</source>
            <translation>Vừa chiều ngang</translation>
        </message>
        <message>
            <source>Page {page} of {pages}</source>
            <translation>Trang {page}/{pages}</translation>
        </message>
        <message>
            <source>Printed. Remember to take the paper from the printer.</source>
            <translation>Đã in. Nhớ lấy giấy ở máy in.</translation>
        </message>
        <message>
            <source>Save PDF with password</source>
            <translation>Lưu PDF có mật khẩu</translation>
        </message>
        <message>
            <source>Look for printers again</source>
            <translation>Tìm lại máy in</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>Máy in</translation>
        </message>
        <message>
            <source>What for</source>
            <translation>In để làm gì</translation>
        </message>
        <message>
            <source>Language of the paper</source>
            <translation>Ngôn ngữ trên giấy</translation>
        </message>
        <message>
            <source>Choose what the paper is for.</source>
            <translation>Hãy chọn in để làm gì.</translation>
        </message>
        <message>
            <source>Before printing</source>
            <translation>Kiểm tra trước khi in</translation>
        </message>
        <message>
            <source>Leave empty</source>
            <translation>Để trống</translation>
        </message>
        <message>
            <source>No printer was found</source>
            <translation>Chưa thấy máy in</translation>
        </message>
        <message>
            <source>The figures are rounded together, so that nobody can be recognised.</source>
            <translation>Các số được làm tròn cùng nhau để không nhận ra ai.</translation>
        </message>
        <message>
            <source>Before they are written, the program attacks them itself; what fails stays here.</source>
            <translation>Trước khi ghi ra tệp, chương trình tự thử suy ngược; số nào lộ thì ở lại đây.</translation>
        </message>
        <message>
            <source>What is published once is frozen: it is given out the same way for ever.</source>
            <translation>Số đã công bố thì giữ nguyên, về sau luôn đưa ra đúng như vậy.</translation>
        </message>
        <message>
            <source>Small figures are hidden, and others with them, so that none can be worked out.</source>
            <translation>Số nhỏ được che, cùng một số ô khác, để không ai suy ra được.</translation>
        </message>
        <message>
            <source>A correction has the figures of the province only, and changes as few as it can.</source>
            <translation>Bản đính chính chỉ có số của toàn tỉnh và sửa ít số nhất có thể.</translation>
        </message>
        <message>
            <source>It is made once a year, and only if at least 10 records differ.</source>
            <translation>Mỗi năm chỉ đính chính một lần, và chỉ khi có ít nhất 10 bản ghi thay đổi.</translation>
        </message>
        <message>
            <source>The first edition is marked as replaced; what it told stays known.</source>
            <translation>Bản đầu được ghi là đã thay thế; những gì đã công bố vẫn coi là đã biết.</translation>
        </message>
        <message>
            <source>Mapping file</source>
            <translation>Tệp đối chiếu mã</translation>
        </message>
        <message>
            <source>Choose a folder...</source>
            <translation>Chọn thư mục...</translation>
        </message>
        <message>
            <source>Write the files of this release again?</source>
            <translation>Ghi lại các tệp của lần công bố này?</translation>
        </message>
        <message>
            <source>Also a file for &amp;DHIS2, by a mapping file...</source>
            <translation>Thêm tệp cho &amp;DHIS2, theo tệp đối chiếu mã...</translation>
        </message>
        <message>
            <source>&amp;Language of the files</source>
            <translation>N&amp;gôn ngữ của các tệp</translation>
        </message>
        <message>
            <source>Choose the mapping file of DHIS2</source>
            <translation>Chọn tệp đối chiếu mã của DHIS2</translation>
        </message>
        <message>
            <source>Also a file for &amp;DHIS2, by {file}</source>
            <translation>Thêm tệp cho &amp;DHIS2, theo {file}</translation>
        </message>
        <message>
            <source>Publish this report?</source>
            <translation>Công bố báo cáo này?</translation>
        </message>
        <message>
            <source>Release a correction?</source>
            <translation>Công bố bản đính chính?</translation>
        </message>
        <message>
            <source>Publish</source>
            <translation>Công bố</translation>
        </message>
        <message>
            <source>Release the correction</source>
            <translation>Công bố đính chính</translation>
        </message>
        <message>
            <source>Without table {tables}.</source>
            <translation>Không có bảng {tables}.</translation>
        </message>
        <message>
            <source>&amp;Figures</source>
            <translation>&amp;Số liệu của ai</translation>
        </message>
        <message>
            <source>Made by: {name}</source>
            <translation>Người lập: {name}</translation>
        </message>
        <message>
            <source>&amp;Approved by</source>
            <translation>&amp;Người duyệt</translation>
        </message>
        <message>
            <source>For &amp;whom</source>
            <translation>Đư&amp;a cho ai</translation>
        </message>
        <message>
            <source>Nobody else has approved it: the report will say so.</source>
            <translation>Chưa có người khác duyệt: báo cáo sẽ ghi rõ điều này.</translation>
        </message>
        <message>
            <source>Both names stand on the report.</source>
            <translation>Báo cáo ghi tên cả hai người.</translation>
        </message>
        <message>
            <source>All offices together</source>
            <translation>Các đơn vị gộp chung</translation>
        </message>
        <message>
            <source>All together, and the offices beside each other</source>
            <translation>Gộp chung, và từng đơn vị cạnh nhau</translation>
        </message>
        <message>
            <source>{office} alone</source>
            <translation>Riêng {office}</translation>
        </message>
        <message>
            <source>Counted together: this office and {offices}.</source>
            <translation>Tính chung: đơn vị này và {offices}.</translation>
        </message>
        <message>
            <source>Only the people of this office are counted.</source>
            <translation>Chỉ tính người của đơn vị này.</translation>
        </message>
        <message>
            <source>Not here yet, and not in this report for ever: {offices}.</source>
            <translation>Chưa gửi, và sẽ mãi không có trong báo cáo này: {offices}.</translation>
        </message>
        <message>
            <source>These cases go with everything: answers, history, notes, drafts, files. Nobody can bring them back, neither you nor those who made this program.</source>
            <translation>Hồ sơ bị xóa cùng mọi thứ: câu trả lời, lịch sử, ghi chú, bản nháp, tệp. Không ai lấy lại được, kể cả bạn và người làm ra chương trình.</translation>
        </message>
        <message>
            <source>Out of reach stay copies of the cabinet made before, printed papers, and figures that are published. The journal keeps that something was removed, under a random number.</source>
            <translation>Không xóa được: các bản sao tủ làm trước đó, giấy đã in, số liệu đã công bố. Nhật ký chỉ giữ việc đã xóa, dưới một mã ngẫu nhiên.</translation>
        </message>
        <message>
            <source>Then the cabinet is written anew under new keys; that takes some seconds, and as much room on the disk as the cabinet. Your password and the recovery sheet stay the same.</source>
            <translation>Sau đó tủ được ghi lại bằng khóa mới; mất vài giây và cần chỗ trống trên ổ đĩa bằng cỡ tủ. Mật khẩu và phiếu khôi phục vẫn như cũ.</translation>
        </message>
        <message>
            <source>Destroy or overwrite the copies of the cabinet that were made before, on every stick.</source>
            <translation>Hãy hủy hoặc ghi đè các bản sao tủ làm trước đó, trên mọi thẻ nhớ, USB.</translation>
        </message>
        <message>
            <source>Shred what was printed of these cases, unless a law or another office needs it.</source>
            <translation>Hãy hủy giấy đã in của các hồ sơ này, trừ khi luật hoặc cơ quan khác cần giữ.</translation>
        </message>
        <message>
            <source>Checking the password...</source>
            <translation>Đang kiểm tra mật khẩu...</translation>
        </message>
        <message>
            <source>Removing the cases...</source>
            <translation>Đang xóa hồ sơ...</translation>
        </message>
        <message>
            <source>Writing the cabinet under new keys...</source>
            <translation>Đang ghi lại tủ bằng khóa mới...</translation>
        </message>
        <message>
            <source>Put on the list</source>
            <translation>Đưa vào danh sách</translation>
        </message>
        <message>
            <source>Remove for good</source>
            <translation>Xóa hẳn</translation>
        </message>
        <message>
            <source>&amp;Code of the case</source>
            <translation>Mã &amp;hồ sơ</translation>
        </message>
        <message>
            <source>&amp;Type “{word}” to confirm</source>
            <translation>&amp;Gõ “{word}” để xác nhận</translation>
        </message>
        <message>
            <source>Remove cases for good</source>
            <translation>Xóa hẳn hồ sơ</translation>
        </message>
        <message>
            <source>Type the code of a case first.</source>
            <translation>Hãy gõ mã hồ sơ trước.</translation>
        </message>
        <message>
            <source>Take {code} off the list</source>
            <translation>Bỏ {code} khỏi danh sách</translation>
        </message>
        <message>
            <source>There is no case on the list yet.</source>
            <translation>Trong danh sách chưa có hồ sơ nào.</translation>
        </message>
        <message>
            <source>Type “{word}”. Nothing was removed.</source>
            <translation>Hãy gõ “{word}”. Chưa xóa gì.</translation>
        </message>
        <message>
            <source>Type the password of this cabinet.</source>
            <translation>Hãy gõ mật khẩu của tủ này.</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Dừng</translation>
        </message>
        <message>
            <source>Removed for good</source>
            <translation>Đã xóa hẳn</translation>
        </message>
        <message>
            <source>Try the recovery sheet</source>
            <translation>Thử phiếu khôi phục</translation>
        </message>
        <message>
            <source>Try</source>
            <translation>Thử</translation>
        </message>
        <message>
            <source>Take the sheet out and type its number. Nothing is changed; put it back afterwards.</source>
            <translation>Lấy phiếu ra và gõ số trên phiếu. Không có gì thay đổi; thử xong cất lại chỗ cũ.</translation>
        </message>
        <message>
            <source>The sheet opens this cabinet. Put it back where it is kept.</source>
            <translation>Phiếu mở được tủ hồ sơ này. Hãy cất lại chỗ cũ.</translation>
        </message>
        <message>
            <source>Make a new recovery sheet</source>
            <translation>Lập phiếu khôi phục mới</translation>
        </message>
        <message>
            <source>Make the sheet</source>
            <translation>Lập phiếu</translation>
        </message>
        <message>
            <source>From then on the old sheet opens nothing: destroy it. A printer should be at hand.</source>
            <translation>Từ lúc đó phiếu cũ không mở được gì: hãy hủy đi. Nên có sẵn máy in.</translation>
        </message>
        <message>
            <source>Making a new recovery sheet:</source>
            <translation>Đang lập phiếu khôi phục mới:</translation>
        </message>
        <message>
            <source>New recovery sheet</source>
            <translation>Phiếu khôi phục mới</translation>
        </message>
        <message>
            <source>The new recovery sheet is made. Destroy the old one.</source>
            <translation>Đã lập phiếu khôi phục mới. Hãy hủy phiếu cũ.</translation>
        </message>
        <message>
            <source>Recovery number</source>
            <translation>Số khôi phục</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>Mật khẩu mới</translation>
        </message>
        <message>
            <source>The number stands on the recovery sheet that was printed when this began.</source>
            <translation>Số này ghi trên phiếu khôi phục đã in khi bắt đầu dùng.</translation>
        </message>
        <message>
            <source>&amp;Nine groups of six digits</source>
            <translation>Chí&amp;n nhóm, mỗi nhóm sáu chữ số</translation>
        </message>
        <message>
            <source>Digits: {count} of {all}</source>
            <translation>Đã nhập {count} trên {all} chữ số</translation>
        </message>
        <message>
            <source>Try the sheet...</source>
            <translation>Thử phiếu...</translation>
        </message>
        <message>
            <source>Make the sheet...</source>
            <translation>Lập phiếu...</translation>
        </message>
        <message>
            <source>Print the sheet</source>
            <translation>In phiếu</translation>
        </message>
        <message>
            <source>Group {number} is not as on the sheet. Please look again.</source>
            <translation>Nhóm {number} chưa giống trên phiếu. Hãy xem lại.</translation>
        </message>
        <message>
            <source>Remember to take the paper out of the printer.</source>
            <translation>Nhớ lấy giấy ở máy in.</translation>
        </message>
        <message>
            <source>There is no printer here. Please write the nine groups down.</source>
            <translation>Máy này chưa có máy in. Hãy chép lại cả chín nhóm số.</translation>
        </message>
        <message>
            <source>If the password is forgotten, only this number opens the cabinet. Print it or write it down, and keep it where the office keeps its seal, away from this computer.</source>
            <translation>Nếu quên mật khẩu, chỉ số này mở được tủ hồ sơ. Hãy in hoặc chép ra giấy, cất nơi cơ quan giữ con dấu, xa máy tính này.</translation>
        </message>
        <message>
            <source>Now type two groups from the paper:</source>
            <translation>Bây giờ nhập lại hai nhóm số từ tờ giấy:</translation>
        </message>
        <message>
            <source>Group {number}: {digits}</source>
            <translation>Nhóm {number}: {digits}</translation>
        </message>
        <message>
            <source>Group {number}</source>
            <translation>Nhóm {number}</translation>
        </message>
        <message>
            <source>In the place of {number}</source>
            <translation>Thay cho phiếu {number}</translation>
        </message>
        <message>
            <source>{number} has taken its place</source>
            <translation>Đã có phiếu {number} thay thế</translation>
        </message>
        <message>
            <source>{when}, {who}: {copies} copies. They came back or were destroyed</source>
            <translation>{when}, {who} in {copies} bản. Đã thu về hoặc hủy</translation>
        </message>
        <message>
            <source>Add a correction...</source>
            <translation>Ghi đính chính...</translation>
        </message>
        <message>
            <source>Refer anew in its place...</source>
            <translation>Lập phiếu mới thay thế...</translation>
        </message>
        <message>
            <source>Handed over on {when}, {how}</source>
            <translation>Đã giao lúc {when}, {how}</translation>
        </message>
        <message>
            <source>Correction of {when} by {who}: {text}</source>
            <translation>Đính chính lúc {when}, {who}: {text}</translation>
        </message>
        <message>
            <source>Task: {task}, until {date}</source>
            <translation>Việc: {task}, hạn {date}</translation>
        </message>
        <message>
            <source>Answer of {when}: {what}</source>
            <translation>Trả lời lúc {when}: {what}</translation>
        </message>
        <message>
            <source>nothing more was said</source>
            <translation>không nói gì thêm</translation>
        </message>
        <message>
            <source>What the answer is</source>
            <translation>Câu trả lời</translation>
        </message>
        <message>
            <source>Record the answer</source>
            <translation>Ghi câu trả lời</translation>
        </message>
        <message>
            <source>The referral ends. The recipient must be told, and asked to destroy the paper.</source>
            <translation>Phiếu chuyển gửi kết thúc. Phải báo cho nơi nhận và đề nghị hủy giấy.</translation>
        </message>
        <message>
            <source>The referral ends before it was handed over.</source>
            <translation>Phiếu chuyển gửi kết thúc khi chưa gửi đi.</translation>
        </message>
        <message>
            <source>What is corrected</source>
            <translation>Nội dung đính chính</translation>
        </message>
        <message>
            <source>Please write it in a few words.</source>
            <translation>Hãy ghi vài chữ.</translation>
        </message>
        <message>
            <source>Record the agreement</source>
            <translation>Ghi sự đồng ý</translation>
        </message>
        <message>
            <source>Record an answer</source>
            <translation>Ghi câu trả lời</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>Xem trước</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>Gửi</translation>
        </message>
        <message>
            <source>Referral {number}</source>
            <translation>Chuyển gửi {number}</translation>
        </message>
        <message>
            <source>New referral</source>
            <translation>Chuyển gửi mới</translation>
        </message>
        <message>
            <source>The agreement is recorded.</source>
            <translation>Đã ghi sự đồng ý.</translation>
        </message>
        <message>
            <source>Handed over. An answer is expected; a task says when.</source>
            <translation>Đã gửi. Hạn trả lời đã có trong việc cần làm.</translation>
        </message>
        <message>
            <source>Choose how it is handed over.</source>
            <translation>Hãy chọn cách gửi.</translation>
        </message>
        <message>
            <source>Recorded.</source>
            <translation>Đã ghi.</translation>
        </message>
        <message>
            <source>Where it stands</source>
            <translation>Tình hình</translation>
        </message>
        <message>
            <source>1  To whom</source>
            <translation>1  Gửi cho ai</translation>
        </message>
        <message>
            <source>2  What goes</source>
            <translation>2  Gửi những gì</translation>
        </message>
        <message>
            <source>3  How it is handed over</source>
            <translation>3  Cách gửi</translation>
        </message>
        <message>
            <source>What was handed over stays as it was. The correction stands beside it.</source>
            <translation>Phiếu đã giao giữ nguyên. Phần đính chính được ghi bên cạnh.</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>Rút lại</translation>
        </message>
        <message>
            <source>Add a correction</source>
            <translation>Ghi đính chính</translation>
        </message>
        <message>
            <source>checked on {date}</source>
            <translation>đã kiểm tra {date}</translation>
        </message>
        <message>
            <source>Please check these before you refer.</source>
            <translation>Hãy kiểm tra lại trước khi chuyển gửi.</translation>
        </message>
        <message>
            <source>This kind of office never receives it.</source>
            <translation>Loại cơ quan này không được nhận.</translation>
        </message>
        <message>
            <source>The survivor did not agree to share it.</source>
            <translation>Người được hỗ trợ không đồng ý chia sẻ.</translation>
        </message>
        <message>
            <source>It goes only if you tick it here.</source>
            <translation>Chỉ gửi nếu bạn đánh dấu ở đây.</translation>
        </message>
        <message>
            <source>You left it out.</source>
            <translation>Bạn đã bỏ mục này.</translation>
        </message>
        <message>
            <source>Choose first to whom it goes.</source>
            <translation>Hãy chọn nơi nhận trước.</translation>
        </message>
        <message>
            <source>There is no agreement yet to share with: {sector}</source>
            <translation>Chưa có sự đồng ý chia sẻ với: {sector}</translation>
        </message>
        <message>
            <source>Agreed on {date}</source>
            <translation>Đã đồng ý ngày {date}</translation>
        </message>
        <message>
            <source>Limits set by the survivor: {limits}</source>
            <translation>Giới hạn người được hỗ trợ đặt ra: {limits}</translation>
        </message>
        <message>
            <source>Goes, if it is ticked:</source>
            <translation>Mục nào được đánh dấu thì gửi:</translation>
        </message>
        <message>
            <source>{what} (nothing is written down)</source>
            <translation>{what} (chưa ghi gì)</translation>
        </message>
        <message>
            <source>Does not go: {what}</source>
            <translation>Không gửi: {what}</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>Vì sao?</translation>
        </message>
        <message>
            <source>Why does this not go?</source>
            <translation>Vì sao không gửi phần này?</translation>
        </message>
        <message>
            <source>{what}. {why}</source>
            <translation>{what}. {why}</translation>
        </message>
        <message>
            <source>Why it is not counted</source>
            <translation>Vì sao không tính</translation>
        </message>
        <message>
            <source>What is missing</source>
            <translation>Còn thiếu</translation>
        </message>
        <message>
            <source>Back to the table</source>
            <translation>Về lại bảng</translation>
        </message>
        <message>
            <source>Enter or a double click opens the case.</source>
            <translation>Nhấn Enter hoặc bấm đúp để mở hồ sơ.</translation>
        </message>
        <message>
            <source>Whoever keeps these cases can complete them.</source>
            <translation>Người giữ các hồ sơ này có thể bổ sung.</translation>
        </message>
        <message>
            <source>For the office</source>
            <translation>Nội bộ</translation>
        </message>
        <message>
            <source>Published</source>
            <translation>Bản công bố</translation>
        </message>
        <message>
            <source>Indicators</source>
            <translation>Chỉ số</translation>
        </message>
        <message>
            <source>Targets</source>
            <translation>Chỉ tiêu</translation>
        </message>
        <message>
            <source>All offices</source>
            <translation>Các đơn vị</translation>
        </message>
        <message>
            <source>Releases</source>
            <translation>Sổ công bố</translation>
        </message>
        <message>
            <source>Re&amp;port</source>
            <translation>&amp;Mẫu</translation>
        </message>
        <message>
            <source>&amp;Period</source>
            <translation>&amp;Kỳ</translation>
        </message>
        <message>
            <source>Kept: {title}</source>
            <translation>Đã lưu: {title}</translation>
        </message>
        <message>
            <source>Reports of a whole year can show offices beside each other, or one of them.</source>
            <translation>Báo cáo cả năm có thể nêu các đơn vị cạnh nhau, hoặc riêng một đơn vị.</translation>
        </message>
        <message>
            <source>A line needs {least} cases a year on average. Offices of one line stand together.</source>
            <translation>Mỗi dòng cần trung bình {least} trường hợp một năm. Các đơn vị cùng dòng thì tính chung.</translation>
        </message>
        <message>
            <source>An office without a line is counted among the other offices.</source>
            <translation>Đơn vị không ghi dòng thì tính vào các đơn vị khác.</translation>
        </message>
        <message>
            <source>What was released before stays as it is.</source>
            <translation>Các bản đã công bố giữ nguyên.</translation>
        </message>
        <message>
            <source>Settle it so</source>
            <translation>Chốt như vậy</translation>
        </message>
        <message>
            <source>Which offices do reports show?</source>
            <translation>Báo cáo nêu riêng đơn vị nào?</translation>
        </message>
        <message>
            <source>This was settled before.</source>
            <translation>Đã chốt từ trước.</translation>
        </message>
        <message>
            <source>This is proposed by what was counted in the last whole years.</source>
            <translation>Đề xuất theo số đếm của các năm gần đây.</translation>
        </message>
        <message>
            <source>A year</source>
            <translation>Một năm</translation>
        </message>
        <message>
            <source>Its line</source>
            <translation>Dòng trong bảng</translation>
        </message>
        <message>
            <source>among the others</source>
            <translation>tính vào đơn vị khác</translation>
        </message>
        <message>
            <source>Line of {office}</source>
            <translation>Dòng của {office}</translation>
        </message>
        <message>
            <source>Counting...</source>
            <translation>Đang đếm...</translation>
        </message>
        <message>
            <source>It is settled which offices reports show.</source>
            <translation>Đã chốt báo cáo nêu riêng đơn vị nào.</translation>
        </message>
        <message>
            <source>Not counted, and why</source>
            <translation>Không tính vào số liệu</translation>
        </message>
        <message>
            <source>{what}, {period}: {number}</source>
            <translation>{what}, {period}: {number}</translation>
        </message>
        <message>
            <source>The file {file} cannot be read. Nothing was taken in.</source>
            <translation>Không đọc được tệp {file}. Chưa nhận gì vào.</translation>
        </message>
        <message>
            <source>&amp;Password, as its office has told it</source>
            <translation>&amp;Mật khẩu đơn vị gửi đã báo</translation>
        </message>
        <message>
            <source>Open what was sealed</source>
            <translation>Mở tệp niêm phong</translation>
        </message>
        <message>
            <source>and {number} more</source>
            <translation>và {number} tệp nữa</translation>
        </message>
        <message>
            <source>Those that another password opens are asked for afterwards.</source>
            <translation>Tệp nào dùng mật khẩu khác sẽ được hỏi sau.</translation>
        </message>
        <message>
            <source>Choose the sealed counts</source>
            <translation>Chọn các tệp số đếm niêm phong</translation>
        </message>
        <message>
            <source>Opening sealed files...</source>
            <translation>Đang mở tệp niêm phong...</translation>
        </message>
        <message>
            <source>Choose the sealed list</source>
            <translation>Chọn tệp sổ công bố niêm phong</translation>
        </message>
        <message>
            <source>Joining the lists...</source>
            <translation>Đang gộp sổ...</translation>
        </message>
        <message>
            <source>Table of figures</source>
            <translation>Bảng số liệu</translation>
        </message>
        <message>
            <source>{label}: {figure}</source>
            <translation>{label}: {figure}</translation>
        </message>
        <message>
            <source>hidden</source>
            <translation>được che</translation>
        </message>
        <message>
            <source>Bars of the same figures</source>
            <translation>Biểu đồ của cùng số liệu</translation>
        </message>
        <message>
            <source>Sealed file</source>
            <translation>Tệp niêm phong</translation>
        </message>
        <message>
            <source>Every sheet says that it is not to be published, and for whom it was sealed.</source>
            <translation>Trang nào cũng ghi rõ không được công bố, và niêm phong cho ai.</translation>
        </message>
        <message>
            <source>The list of releases remembers that it was made; its figures are in no copy of it.</source>
            <translation>Sổ công bố ghi lại việc này; bản sao của sổ không có các số đó.</translation>
        </message>
        <message>
            <source>Exact figures. They are sealed for this authority and are never published.</source>
            <translation>Số chính xác. Chỉ niêm phong cho cơ quan này, không bao giờ công bố.</translation>
        </message>
        <message>
            <source>One row for each incident, without a name, a number, a date or a village.</source>
            <translation>Mỗi vụ việc một dòng, không có tên, mã số, ngày hay thôn làng.</translation>
        </message>
        <message>
            <source>Only incidents of people who agreed that they are used in figures.</source>
            <translation>Chỉ gồm vụ việc của người đồng ý cho tính số liệu.</translation>
        </message>
        <message>
            <source>Only for a member who keeps to the protocol on sharing information.</source>
            <translation>Chỉ đưa cho thành viên theo quy chế chia sẻ thông tin.</translation>
        </message>
        <message>
            <source>The exact counts of this office, to be added to those of others and to nothing else.</source>
            <translation>Số đếm chính xác của đơn vị này, chỉ để cộng chung với đơn vị khác.</translation>
        </message>
        <message>
            <source>From then on this office does not publish this period by itself.</source>
            <translation>Từ đó, đơn vị này không tự công bố kỳ này nữa.</translation>
        </message>
        <message>
            <source>Counted again later, what is handed out is a new edition and takes its place.</source>
            <translation>Nếu sau này đếm lại, lần mới sẽ thay lần này.</translation>
        </message>
        <message>
            <source>All that was released, so that the other office can see what it lacks.</source>
            <translation>Gồm mọi lần công bố, để đơn vị kia biết mình thiếu gì.</translation>
        </message>
        <message>
            <source>It has no true count and no exact form, and no case.</source>
            <translation>Không có số đếm thật, không có biểu chính xác, không có hồ sơ.</translation>
        </message>
        <message>
            <source>The file could not be written there. It is not lost: choose another place.</source>
            <translation>Không ghi được tệp ở đó. Tệp chưa mất: hãy chọn chỗ khác.</translation>
        </message>
        <message>
            <source>Seal an exact form for an authority?</source>
            <translation>Niêm phong biểu số chính xác cho cơ quan có thẩm quyền?</translation>
        </message>
        <message>
            <source>Sealed for {receiver}. The list of releases tells of it.</source>
            <translation>Đã niêm phong cho {receiver}. Sổ công bố đã ghi lại.</translation>
        </message>
        <message>
            <source>Looking which rows are alike...</source>
            <translation>Đang xem các dòng giống nhau...</translation>
        </message>
        <message>
            <source>Seal incidents as rows?</source>
            <translation>Niêm phong vụ việc theo từng dòng?</translation>
        </message>
        <message>
            <source>{number} rows, {period}</source>
            <translation>{number} dòng, {period}</translation>
        </message>
        <message>
            <source>The rows are sealed and saved.</source>
            <translation>Đã niêm phong và lưu các dòng.</translation>
        </message>
        <message>
            <source>Hand out the counts of this office?</source>
            <translation>Niêm phong số đếm của đơn vị này để gửi đi?</translation>
        </message>
        <message>
            <source>The counts are sealed and saved.</source>
            <translation>Đã niêm phong và lưu số đếm.</translation>
        </message>
        <message>
            <source>Hand out a copy of the list of releases?</source>
            <translation>Niêm phong bản sao sổ công bố để gửi?</translation>
        </message>
        <message>
            <source>The copy of the list is sealed and saved.</source>
            <translation>Đã niêm phong và lưu bản sao sổ.</translation>
        </message>
        <message>
            <source>Save the sealed file</source>
            <translation>Lưu tệp niêm phong</translation>
        </message>
        <message>
            <source>Counting and sealing...</source>
            <translation>Đang đếm và niêm phong...</translation>
        </message>
        <message>
            <source>Throw it away</source>
            <translation>Bỏ tệp</translation>
        </message>
        <message>
            <source>Choose another place...</source>
            <translation>Chọn chỗ khác...</translation>
        </message>
        <message>
            <source>Released on {day}. Made by: {by}; approved by: {approved}. Edition {edition}.</source>
            <translation>Công bố ngày {day}. Người lập: {by}; người duyệt: {approved}. Bản lần {edition}.</translation>
        </message>
        <message>
            <source>Sealed on {day}. Made by: {by}; approved by: {approved}.</source>
            <translation>Niêm phong ngày {day}. Người lập: {by}; người duyệt: {approved}.</translation>
        </message>
        <message>
            <source>A correction is made of a whole year with rounded figures, once, and of its first edition.</source>
            <translation>Chỉ đính chính số làm tròn của cả năm, một lần, trên bản lần đầu.</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>Kỳ</translation>
        </message>
        <message>
            <source>Released on</source>
            <translation>Ngày công bố</translation>
        </message>
        <message>
            <source>Edition</source>
            <translation>Lần</translation>
        </message>
        <message>
            <source>For whom</source>
            <translation>Cho ai</translation>
        </message>
        <message>
            <source>Show its tables</source>
            <translation>Xem các bảng</translation>
        </message>
        <message>
            <source>Write the files again...</source>
            <translation>Ghi lại các tệp...</translation>
        </message>
        <message>
            <source>Correct...</source>
            <translation>Đính chính...</translation>
        </message>
        <message>
            <source>Withdraw the release...</source>
            <translation>Thu hồi...</translation>
        </message>
        <message>
            <source>Attack everything released</source>
            <translation>Thử dò lại mọi bản đã công bố</translation>
        </message>
        <message>
            <source>Nothing was released yet.</source>
            <translation>Chưa công bố báo cáo nào.</translation>
        </message>
        <message>
            <source>Everything that was released protects everybody.</source>
            <translation>Các bản đã công bố không để lộ ai.</translation>
        </message>
        <message>
            <source>Withdrawn: {reason}</source>
            <translation>Đã thu hồi: {reason}</translation>
        </message>
        <message>
            <source>Exact, sealed for {receiver}. It is no publication, and is not shown.</source>
            <translation>Số chính xác, niêm phong cho {receiver}. Không phải bản công bố nên không xem lại được.</translation>
        </message>
        <message>
            <source>Why is it withdrawn?</source>
            <translation>Vì sao thu hồi?</translation>
        </message>
        <message>
            <source>Withdraw the release</source>
            <translation>Thu hồi</translation>
        </message>
        <message>
            <source>Withdraw this release?</source>
            <translation>Thu hồi bản công bố này?</translation>
        </message>
        <message>
            <source>Its files are not handed out any more. What it told stays known: later releases are checked against it for ever.</source>
            <translation>Tệp của bản này không đưa ra nữa. Những gì đã công bố vẫn coi là đã biết: các bản sau luôn được kiểm tra cùng với bản này.</translation>
        </message>
        <message>
            <source>Indicator</source>
            <translation>Chỉ số</translation>
        </message>
        <message>
            <source>Figure</source>
            <translation>Số liệu</translation>
        </message>
        <message>
            <source>Of these</source>
            <translation>Trong đó</translation>
        </message>
        <message>
            <source>Breakdown of the indicator</source>
            <translation>Chi tiết của chỉ số</translation>
        </message>
        <message>
            <source>Not in these figures, for want of a complete date or answer: {number}</source>
            <translation>Chưa tính vào số liệu vì thiếu ngày hoặc câu trả lời đầy đủ: {number}</translation>
        </message>
        <message>
            <source>waits</source>
            <translation>chờ hồ sơ</translation>
        </message>
        <message>
            <source>Choose a folder for the files</source>
            <translation>Chọn thư mục để ghi tệp</translation>
        </message>
        <message>
            <source>Published before, on {day}. The same figures are given out again, nobody is added.</source>
            <translation>Đã công bố ngày {day}. Lần này đưa ra lại đúng các số đó, không thêm ai.</translation>
        </message>
        <message>
            <source>Rounding and trying to work it back...</source>
            <translation>Đang làm tròn và thử suy ngược...</translation>
        </message>
        <message>
            <source>Published. Files written: {count}.</source>
            <translation>Đã công bố. Số tệp đã ghi: {count}.</translation>
        </message>
        <message>
            <source>Files written: {count}.</source>
            <translation>Số tệp đã ghi: {count}.</translation>
        </message>
        <message>
            <source>The correction is released. Files written: {count}.</source>
            <translation>Đã công bố bản đính chính. Số tệp đã ghi: {count}.</translation>
        </message>
        <message>
            <source>Withdrawn. What it told stays known.</source>
            <translation>Đã thu hồi. Những gì đã công bố vẫn coi là đã biết.</translation>
        </message>
        <message>
            <source>Counts of the offices</source>
            <translation>Số đếm của các đơn vị</translation>
        </message>
        <message>
            <source>Offices and their counts</source>
            <translation>Các đơn vị và số đếm</translation>
        </message>
        <message>
            <source>No counts of other offices are here. Each office seals its own and sends the file; here they are taken in, added, and published as one.</source>
            <translation>Chưa có số đếm của đơn vị khác. Mỗi đơn vị niêm phong số của mình rồi gửi tệp; ở đây nhận vào, cộng lại và công bố chung.</translation>
        </message>
        <message>
            <source>Try another password...</source>
            <translation>Thử mật khẩu khác...</translation>
        </message>
        <message>
            <source>These offices are ours: take them in</source>
            <translation>Đúng đơn vị của ta: nhận vào</translation>
        </message>
        <message>
            <source>Take in counts...</source>
            <translation>Nhận số đếm...</translation>
        </message>
        <message>
            <source>Hand out the counts of this office...</source>
            <translation>Niêm phong số đếm để gửi...</translation>
        </message>
        <message>
            <source>See the figures of all offices</source>
            <translation>Xem số liệu của các đơn vị</translation>
        </message>
        <message>
            <source>Which offices reports show...</source>
            <translation>Báo cáo nêu riêng đơn vị nào...</translation>
        </message>
        <message>
            <source>Counts are handed out when their period is over.</source>
            <translation>Hết kỳ mới gửi số đếm.</translation>
        </message>
        <message>
            <source>not here yet</source>
            <translation>chưa gửi</translation>
        </message>
        <message>
            <source>Taken in: {number}. Not taken: {refused}.</source>
            <translation>Đã nhận: {number}. Không nhận: {refused}.</translation>
        </message>
        <message>
            <source>{office}, {period}, edition {edition}</source>
            <translation>{office}, {period}, lần {edition}</translation>
        </message>
        <message>
            <source>{office}, {period}: nothing changed, this or a newer edition was here</source>
            <translation>{office}, {period}: không đổi, đã có lần này hoặc lần mới hơn</translation>
        </message>
        <message>
            <source>Counts travel for quarters, half-years and years: choose one of them.</source>
            <translation>Số đếm được gửi theo quý, nửa năm và năm: hãy chọn một kỳ như vậy.</translation>
        </message>
        <message>
            <source>{period}: this office and {number} others are counted together.</source>
            <translation>{period}: tính chung đơn vị này và {number} đơn vị khác.</translation>
        </message>
        <message>
            <source>Not here yet: {offices}.</source>
            <translation>Chưa gửi: {offices}.</translation>
        </message>
        <message>
            <source>The counts of this office were handed out (edition {edition}): whoever adds them publishes this period.</source>
            <translation>Số đếm của đơn vị này đã gửi đi (lần {edition}): nơi cộng chung sẽ công bố kỳ này.</translation>
        </message>
        <message>
            <source>Join the lists</source>
            <translation>Gộp hai sổ</translation>
        </message>
        <message>
            <source>Compare with the list of another office...</source>
            <translation>Đối chiếu với sổ của đơn vị khác...</translation>
        </message>
        <message>
            <source>Hand out a copy of the list...</source>
            <translation>Niêm phong bản sao sổ để gửi...</translation>
        </message>
        <message>
            <source>Lists of releases</source>
            <translation>Sổ công bố chung</translation>
        </message>
        <message>
            <source>Offices that publish about the same province need one list of all that was released: two lists that do not know of each other could give somebody away.</source>
            <translation>Các đơn vị công bố về cùng một tỉnh cần một sổ chung: hai sổ không biết nhau có thể làm lộ một người.</translation>
        </message>
        <message>
            <source>The list here is whole: {number} entries, each tied to the last.</source>
            <translation>Sổ ở đây đủ: {number} mục, mục sau nối mục trước.</translation>
        </message>
        <message>
            <source>The list here is empty: nothing was released yet.</source>
            <translation>Sổ còn trống: chưa công bố gì.</translation>
        </message>
        <message>
            <source>The list here has {number} ends: releases were made that did not know of each other.</source>
            <translation>Sổ ở đây đã tách thành {number} nhánh: có nơi công bố khi chưa có sổ mới nhất.</translation>
        </message>
        <message>
            <source>Joined, all of both lists counts and nothing is dropped.</source>
            <translation>Khi gộp, mọi mục của hai sổ đều được tính, không bỏ mục nào.</translation>
        </message>
        <message>
            <source>{number} of its entries have no signature: an older program made them.</source>
            <translation>{number} mục chưa có chữ ký: do bản chương trình cũ làm.</translation>
        </message>
        <message>
            <source>The lists are joined.</source>
            <translation>Đã gộp sổ.</translation>
        </message>
        <message>
            <source>{office} knows releases that are missing here: {releases}.</source>
            <translation>{office} có những lần công bố mà ở đây thiếu: {releases}.</translation>
        </message>
        <message>
            <source>Figures are published for quarters, half-years and years that are over.</source>
            <translation>Số liệu được công bố theo quý, nửa năm và năm đã kết thúc.</translation>
        </message>
        <message>
            <source>Publish...</source>
            <translation>Công bố...</translation>
        </message>
        <message>
            <source>See and print the report...</source>
            <translation>Xem và in báo cáo...</translation>
        </message>
        <message>
            <source>Seal and hand over</source>
            <translation>Niêm phong nộp</translation>
        </message>
        <message>
            <source>Seal and save...</source>
            <translation>Niêm phong và lưu...</translation>
        </message>
        <message>
            <source>Exact figures are not printed. What may leave is published.</source>
            <translation>Số chính xác không in. Muốn đưa ra ngoài thì công bố.</translation>
        </message>
        <message>
            <source>Incidents as rows, {period}</source>
            <translation>Vụ việc theo từng dòng, {period}</translation>
        </message>
        <message>
            <source>Only for this office</source>
            <translation>Chỉ dùng nội bộ</translation>
        </message>
        <message>
            <source>May leave the office</source>
            <translation>Được đưa ra ngoài</translation>
        </message>
        <message>
            <source>Exact form for an authority...</source>
            <translation>Biểu số chính xác cho cơ quan có thẩm quyền...</translation>
        </message>
        <message>
            <source>Incidents as rows for the network...</source>
            <translation>Vụ việc theo từng dòng cho mạng lưới...</translation>
        </message>
        <message>
            <source>Counts for the office that adds them...</source>
            <translation>Số đếm cho đơn vị tổng hợp...</translation>
        </message>
        <message>
            <source>Whole year</source>
            <translation>Cả năm</translation>
        </message>
        <message>
            <source>First half</source>
            <translation>6 tháng đầu năm</translation>
        </message>
        <message>
            <source>Second half</source>
            <translation>6 tháng cuối năm</translation>
        </message>
        <message>
            <source>Quarter I</source>
            <translation>Quý I</translation>
        </message>
        <message>
            <source>Quarter II</source>
            <translation>Quý II</translation>
        </message>
        <message>
            <source>Quarter III</source>
            <translation>Quý III</translation>
        </message>
        <message>
            <source>Quarter IV</source>
            <translation>Quý IV</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>Năm</translation>
        </message>
        <message>
            <source>Part of the year</source>
            <translation>Phần của năm</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>Ngày đầu</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Ngày cuối</translation>
        </message>
        <message>
            <source>Chosen days</source>
            <translation>Chọn ngày</translation>
        </message>
        <message>
            <source>Month {number}</source>
            <translation>Tháng {number}</translation>
        </message>
        <message>
            <source>What would pass; each was tried:</source>
            <translation>Những cách công bố được, đều đã thử:</translation>
        </message>
        <message>
            <source>This was not released: the figures would betray somebody.</source>
            <translation>Chưa công bố: số liệu sẽ làm lộ một người.</translation>
        </message>
        <message>
            <source>Look at the lists, and join them</source>
            <translation>Xem và gộp sổ</translation>
        </message>
        <message>
            <source>Publish instead: {period}</source>
            <translation>Công bố kỳ này thay thế: {period}</translation>
        </message>
        <message>
            <source>Publish without table {tables}</source>
            <translation>Công bố, bỏ bảng {tables}</translation>
        </message>
        <message>
            <source>Only incidents of people who agreed that they are used in figures are there.</source>
            <translation>Chỉ có vụ việc của người đồng ý cho tính số liệu.</translation>
        </message>
        <message>
            <source>Ages are groups, places are areas of several communes, days are quarters; in each row are the codes of the data dictionary.</source>
            <translation>Tuổi theo nhóm, nơi theo cụm nhiều xã, ngày theo quý; trong dòng là mã của từ điển dữ liệu.</translation>
        </message>
        <message>
            <source>At least five rows look alike in when, where, which sex and which age. Where they did not, this was made coarser; what still stands alone stays here.</source>
            <translation>Ít nhất năm dòng giống nhau về thời gian, nơi, giới tính, tuổi. Chưa đủ thì gộp thô hơn; dòng nào vẫn lẻ thì ở lại đây.</translation>
        </message>
        <message>
            <source>Rows tell more than a table: for members of the network only, sealed, by the protocol.</source>
            <translation>Dòng cho biết nhiều hơn bảng: chỉ đưa cho thành viên mạng lưới, niêm phong, theo quy chế.</translation>
        </message>
        <message>
            <source>The first ten rows, as they would stand in the file:</source>
            <translation>Mười dòng đầu, đúng như trong tệp:</translation>
        </message>
        <message>
            <source>Rows of incidents</source>
            <translation>Các dòng vụ việc</translation>
        </message>
        <message>
            <source>Take instead: {period}</source>
            <translation>Lấy thay: {period}</translation>
        </message>
        <message>
            <source>No half-year or year around it passes either. Hand over counts.</source>
            <translation>Nửa năm hay cả năm chứa kỳ này cũng chưa đủ. Hãy gửi số đếm thay cho các dòng.</translation>
        </message>
        <message>
            <source>{number} rows would leave. {left} incidents stay: too few look like them.</source>
            <translation>{number} dòng sẽ ra ngoài. {left} vụ ở lại vì có quá ít vụ giống.</translation>
        </message>
        <message>
            <source>At least 15 characters, and no name, date, place or common word alone.</source>
            <translation>Ít nhất 15 ký tự, không chỉ là tên, ngày, địa danh hay từ quen thuộc.</translation>
        </message>
        <message>
            <source>Let the program draw five &amp;words</source>
            <translation>Để &amp;chương trình chọn năm từ</translation>
        </message>
        <message>
            <source>The same password again</source>
            <translation>Nhập lại mật khẩu</translation>
        </message>
        <message>
            <source>The words are shown once, when the file is saved.</source>
            <translation>Năm từ chỉ hiện một lần, khi đã lưu tệp.</translation>
        </message>
        <message>
            <source>Pass&amp;word of the file</source>
            <translation>Mật khẩ&amp;u của tệp</translation>
        </message>
        <message>
            <source>The same password a&amp;gain</source>
            <translation>Nhập &amp;lại mật khẩu</translation>
        </message>
        <message>
            <source>The two are not the same.</source>
            <translation>Hai lần nhập chưa giống nhau.</translation>
        </message>
        <message>
            <source>&amp;For which authority</source>
            <translation>Ch&amp;o cơ quan nào</translation>
        </message>
        <message>
            <source>Wh&amp;y it leaves</source>
            <translation>&amp;Vì sao đưa ra</translation>
        </message>
        <message>
            <source>How the file is locked</source>
            <translation>Khóa tệp bằng</translation>
        </message>
        <message>
            <source>There are no incidents in this period.</source>
            <translation>Không có vụ việc nào trong kỳ này.</translation>
        </message>
        <message>
            <source>Change the period</source>
            <translation>Đổi kỳ</translation>
        </message>
        <message>
            <source>Based on {number} {unit} whose use in figures was agreed to.</source>
            <translation>Dựa trên {number} {unit} đồng ý cho tính số liệu.</translation>
        </message>
        <message>
            <source>This office and {number} others together.</source>
            <translation>Đơn vị này cùng {number} đơn vị khác.</translation>
        </message>
        <message>
            <source>This report was not published yet.</source>
            <translation>Báo cáo này chưa được công bố.</translation>
        </message>
        <message>
            <source>This period is not over. Figures are published when it is.</source>
            <translation>Kỳ này chưa kết thúc. Hết kỳ mới công bố số liệu.</translation>
        </message>
        <message>
            <source>Type in a figure...</source>
            <translation>Nhập số liệu...</translation>
        </message>
        <message>
            <source>Counted figures are exact and stay here; a figure typed in keeps its source.</source>
            <translation>Số đếm được là số chính xác, chỉ dùng nội bộ; số nhập tay luôn kèm nguồn.</translation>
        </message>
        <message>
            <source>Targets are for years and their parts: choose one of them.</source>
            <translation>Chỉ tiêu tính theo năm và các kỳ trong năm: hãy chọn một kỳ.</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Chỉ tiêu</translation>
        </message>
        <message>
            <source>Added {added}, ended {ended} in the period</source>
            <translation>Trong kỳ thêm {added}, giảm {ended}</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Lưu</translation>
        </message>
        <message>
            <source>Type in a figure</source>
            <translation>Nhập số liệu</translation>
        </message>
        <message>
            <source>&amp;Which figure</source>
            <translation>&amp;Số liệu nào</translation>
        </message>
        <message>
            <source>&amp;Number, like 1.234,5</source>
            <translation>S&amp;ố, ví dụ 1.234,5</translation>
        </message>
        <message>
            <source>&amp;Source: a survey, a report, an office</source>
            <translation>&amp;Nguồn: điều tra, báo cáo, đơn vị</translation>
        </message>
        <message>
            <source>Typed in on {day} by {who}. What is typed now takes its place.</source>
            <translation>{who} đã nhập ngày {day}. Số nhập lần này sẽ thay thế.</translation>
        </message>
        <message>
            <source>Left out, by reason</source>
            <translation>Không tính, theo lý do</translation>
        </message>
        <message>
            <source>{number} lack something: see which</source>
            <translation>{number} còn thiếu thông tin: xem hồ sơ</translation>
        </message>
        <message>
            <source>Left out: {reasons}</source>
            <translation>Không tính: {reasons}</translation>
        </message>
        <message>
            <source>With the counts of {number} other offices</source>
            <translation>Cộng số của {number} đơn vị khác</translation>
        </message>
        <message>
            <source>This office alone</source>
            <translation>Chỉ đơn vị này</translation>
        </message>
        <message>
            <source>Enter or a click on a figure lists its cases.</source>
            <translation>Bấm vào một số hoặc nhấn Enter để xem các hồ sơ của số đó.</translation>
        </message>
        <message>
            <source>Enter or a click on a figure says why it looks so.</source>
            <translation>Bấm vào một số, hoặc Enter, để biết vì sao số ấy như vậy.</translation>
        </message>
        <message>
            <source>{what}: {figure}. {reason}</source>
            <translation>{what}: {figure}. {reason}</translation>
        </message>
        <message>
            <source>See its cases ({number})</source>
            <translation>Xem các hồ sơ ({number})</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Bảng</translation>
        </message>
        <message>
            <source>Shows or hides the list</source>
            <translation>Hiện hoặc ẩn danh sách</translation>
        </message>
        <message>
            <source>Save what can be read</source>
            <translation>Cứu những gì còn đọc được</translation>
        </message>
        <message>
            <source>What was saved and what is lost</source>
            <translation>Đã cứu được gì và mất gì</translation>
        </message>
        <message>
            <source>Saving what can be read...</source>
            <translation>Đang cứu những gì còn đọc được...</translation>
        </message>
        <message>
            <source>A new cabinet is made with everything that can still be read and proved. The damaged files are only read, and stay as they are.</source>
            <translation>Chương trình làm một tủ mới với mọi thứ còn đọc và kiểm chứng được. Các tệp hỏng chỉ được đọc, vẫn giữ nguyên.</translation>
        </message>
        <message>
            <source>If you have a backup, it may hold more: use this only when there is none, or when it is too old.</source>
            <translation>Nếu có bản sao lưu, bản đó có thể đầy đủ hơn: chỉ dùng cách này khi không có bản sao lưu hoặc bản đó quá cũ.</translation>
        </message>
        <message>
            <source>Next comes a new recovery sheet: the old one does not open the new cabinet.</source>
            <translation>Tiếp theo là phiếu khôi phục mới: phiếu cũ không mở được tủ mới.</translation>
        </message>
        <message>
            <source>Practice</source>
            <translation>Tập dùng</translation>
        </message>
        <message>
            <source>Everything that was tried out goes, and thirty made-up people come anew.</source>
            <translation>Mọi thứ đã thử sẽ mất; chương trình tạo lại ba mươi người mẫu.</translation>
        </message>
        <message>
            <source>Make the made-up data anew</source>
            <translation>Làm lại dữ liệu mẫu</translation>
        </message>
        <message>
            <source>The practice cabinet holds thirty made-up people and lies apart from this one. Lock this cabinet, then press Practise on the lock page.</source>
            <translation>Tủ tập dùng có ba mươi người không có thật và nằm riêng, không lẫn với tủ này. Hãy khóa tủ này, rồi bấm Tập dùng ở trang khóa.</translation>
        </message>
        <message>
            <source>More about practising</source>
            <translation>Xem thêm về tập dùng</translation>
        </message>
        <message>
            <source>About this program</source>
            <translation>Giới thiệu</translation>
        </message>
        <message>
            <source>Version {version}. Free software under the GNU GPL, version 3 or later.</source>
            <translation>Phiên bản {version}. Phần mềm tự do theo giấy phép GNU GPL, phiên bản 3 trở lên.</translation>
        </message>
        <message>
            <source>It uses no network and sends nothing to anybody.</source>
            <translation>Chương trình không dùng mạng và không gửi gì cho ai.</translation>
        </message>
        <message>
            <source>What is protected, and what is not</source>
            <translation>Bảo vệ gì, không bảo vệ gì</translation>
        </message>
        <message>
            <source>Licences...</source>
            <translation>Giấy phép...</translation>
        </message>
        <message>
            <source>Licences</source>
            <translation>Giấy phép</translation>
        </message>
        <message>
            <source>see its own files</source>
            <translation>xem tệp kèm theo</translation>
        </message>
        <message>
            <source>The cabinet still has the keys of before the last removal, for the disk was full. Free some room, lock, and unlock again.</source>
            <translation>Tủ vẫn dùng khóa cũ từ trước lần xóa gần nhất vì ổ đĩa đã đầy. Hãy dọn bớt, khóa tủ rồi mở lại.</translation>
        </message>
        <message>
            <source>After a change the old password opens nothing. Takes some seconds.</source>
            <translation>Đổi xong, mật khẩu cũ không mở được gì nữa. Mất vài giây.</translation>
        </message>
        <message>
            <source>Change the password...</source>
            <translation>Đổi mật khẩu...</translation>
        </message>
        <message>
            <source>The paper that opens the cabinet when the password is forgotten. Trying changes nothing; after a new sheet the old one opens nothing any more.</source>
            <translation>Tờ giấy mở được tủ hồ sơ khi quên mật khẩu. Thử phiếu không thay đổi gì; lập phiếu mới thì phiếu cũ không mở được gì nữa.</translation>
        </message>
        <message>
            <source>Make a new sheet...</source>
            <translation>Lập phiếu mới...</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Kiểm tra</translation>
        </message>
        <message>
            <source>Reads every page and the whole journal; it changes nothing.</source>
            <translation>Đọc mọi trang dữ liệu và toàn bộ nhật ký; không thay đổi gì.</translation>
        </message>
        <message>
            <source>Check the cabinet now</source>
            <translation>Kiểm tra tủ ngay</translation>
        </message>
        <message>
            <source>Where it lies</source>
            <translation>Chỗ đặt tủ</translation>
        </message>
        <message>
            <source>To take a copy elsewhere, close the program and copy this whole folder.</source>
            <translation>Muốn chép một bản sang nơi khác: đóng chương trình rồi chép cả thư mục này.</translation>
        </message>
        <message>
            <source>Last found whole: {moment}</source>
            <translation>Lần cuối thấy nguyên vẹn: {moment}</translation>
        </message>
        <message>
            <source>It was not checked yet.</source>
            <translation>Chưa kiểm tra lần nào.</translation>
        </message>
        <message>
            <source>Changing the password:</source>
            <translation>Đang đổi mật khẩu:</translation>
        </message>
        <message>
            <source>The password is changed. The old one opens nothing any more.</source>
            <translation>Đã đổi mật khẩu. Mật khẩu cũ không còn mở được gì.</translation>
        </message>
        <message>
            <source>Checking the cabinet:</source>
            <translation>Đang kiểm tra tủ hồ sơ:</translation>
        </message>
        <message>
            <source>For cases whose time of keeping is over, and for a person who wants to be forgotten. It is not the trash: nobody can take it back.</source>
            <translation>Dành cho hồ sơ đã hết thời hạn lưu, hoặc khi người được hỗ trợ muốn xóa dữ liệu của mình. Đây không phải thùng rác: không ai lấy lại được.</translation>
        </message>
        <message>
            <source>Remove cases for good...</source>
            <translation>Xóa hẳn hồ sơ...</translation>
        </message>
        <message>
            <source>Removed so far: {count}, the last on {date}</source>
            <translation>Đã xóa hẳn: {count}, lần cuối ngày {date}</translation>
        </message>
        <message>
            <source>The password until now</source>
            <translation>Mật khẩu hiện nay</translation>
        </message>
        <message>
            <source>The &amp;password until now</source>
            <translation>Mật khẩu hiện &amp;nay</translation>
        </message>
        <message>
            <source>Change the password</source>
            <translation>Đổi mật khẩu</translation>
        </message>
        <message>
            <source>This computer</source>
            <translation>Máy tính này</translation>
        </message>
        <message>
            <source>What could give cases away beside the program. Nothing here stops your work.</source>
            <translation>Những gì ngoài chương trình có thể làm lộ hồ sơ. Không mục nào ở đây cản việc của bạn.</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>Xem lại</translation>
        </message>
        <message>
            <source>What may leave</source>
            <translation>Được đưa ra ngoài</translation>
        </message>
        <message>
            <source>The journal of the cabinet tells of everything that leaves, and of a change here.</source>
            <translation>Nhật ký của tủ hồ sơ ghi lại mọi thứ đưa ra ngoài và mọi thay đổi ở đây.</translation>
        </message>
        <message>
            <source>line {number}</source>
            <translation>dòng {number}</translation>
        </message>
        <message>
            <source>Whose number, {place}</source>
            <translation>Số của ai, {place}</translation>
        </message>
        <message>
            <source>Phone number, {place}</source>
            <translation>Số điện thoại, {place}</translation>
        </message>
        <message>
            <source>Whose number</source>
            <translation>Số của ai</translation>
        </message>
        <message>
            <source>Phone number</source>
            <translation>Số điện thoại</translation>
        </message>
        <message>
            <source>Tried today</source>
            <translation>Hôm nay đã gọi thử</translation>
        </message>
        <message>
            <source>Tried today, {place}</source>
            <translation>Hôm nay đã gọi thử, {place}</translation>
        </message>
        <message>
            <source>Remove {place}</source>
            <translation>Bỏ {place}</translation>
        </message>
        <message>
            <source>Whom to call</source>
            <translation>Gọi ai khi cần</translation>
        </message>
        <message>
            <source>Shown in the help under Whom to call. Try a number, tick it, and the day is kept; one that nobody has tried and no good source confirms is not shown there.</source>
            <translation>Hiện trong trợ giúp, trang Gọi ai khi cần. Gọi thử rồi đánh dấu, chương trình ghi ngày; số chưa ai gọi thử và không có nguồn chắc chắn thì không hiện ở đó.</translation>
        </message>
        <message>
            <source>Add a number</source>
            <translation>Thêm số</translation>
        </message>
        <message>
            <source>Save the numbers</source>
            <translation>Lưu danh sách số</translation>
        </message>
        <message>
            <source>You and your office</source>
            <translation>Bạn và cơ quan</translation>
        </message>
        <message>
            <source>Printed at the head of papers. It never leaves the cabinet in another way.</source>
            <translation>In ở đầu giấy tờ; ngoài ra chỉ nằm trong tủ hồ sơ.</translation>
        </message>
        <message>
            <source>Save the office</source>
            <translation>Lưu thông tin cơ quan</translation>
        </message>
        <message>
            <source>Whom you can refer people to. An address is checked every 90 days.</source>
            <translation>Những nơi có thể chuyển gửi đến. Mỗi nơi kiểm tra lại sau 90 ngày.</translation>
        </message>
        <message>
            <source>Open the directory</source>
            <translation>Mở danh bạ</translation>
        </message>
        <message>
            <source>Printing</source>
            <translation>In</translation>
        </message>
        <message>
            <source>The computer's own</source>
            <translation>Máy in mặc định của máy tính</translation>
        </message>
        <message>
            <source>Chosen when a paper is shown before printing.</source>
            <translation>Được chọn sẵn khi xem trước giấy tờ để in.</translation>
        </message>
        <message>
            <source>&amp;Usual printer</source>
            <translation>&amp;Máy in thường dùng</translation>
        </message>
        <message>
            <source>There is no printer at this computer now.</source>
            <translation>Hiện chưa thấy máy in nào ở máy này.</translation>
        </message>
        <message>
            <source>What printing leaves behind</source>
            <translation>In để lại những gì</translation>
        </message>
        <message>
            <source>Pages go from memory to the printer. Printers and the computer may keep a copy of their own: look under This computer, and take the paper out at once.</source>
            <translation>Trang giấy đi từ bộ nhớ thẳng ra máy in. Máy in và máy tính có thể tự giữ một bản: xem mục Máy tính này, và lấy giấy ở máy in ngay.</translation>
        </message>
        <message>
            <source>More about printing</source>
            <translation>Xem thêm về in</translation>
        </message>
        <message>
            <source>Screen</source>
            <translation>Màn hình</translation>
        </message>
        <message>
            <source>Sections of the settings</source>
            <translation>Các mục cài đặt</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>&amp;Ngôn ngữ</translation>
        </message>
        <message>
            <source>Of the screen. A paper has its own.</source>
            <translation>Của màn hình. Giấy tờ chọn riêng khi in.</translation>
        </message>
        <message>
            <source>Also with Ctrl and plus or minus.</source>
            <translation>Cũng đổi được bằng Ctrl và dấu cộng, dấu trừ.</translation>
        </message>
        <message>
            <source>L&amp;ook</source>
            <translation>&amp;Giao diện</translation>
        </message>
        <message>
            <source>Light or dark, or as the computer is set.</source>
            <translation>Sáng, tối, hoặc theo máy tính.</translation>
        </message>
        <message>
            <source>Names</source>
            <translation>Tên</translation>
        </message>
        <message>
            <source>Show &amp;names on the start page</source>
            <translation>Hiện &amp;tên trên trang đầu</translation>
        </message>
        <message>
            <source>Off: the page Today shows codes until you ask for names. People walk past it.</source>
            <translation>Tắt: trang Hôm nay chỉ hiện mã cho đến khi bạn bấm hiện tên. Người khác hay đi ngang trang này.</translation>
        </message>
        <message>
            <source>after {minutes} minutes</source>
            <translation>sau {minutes} phút</translation>
        </message>
        <message>
            <source>Lock &amp;by itself</source>
            <translation>Tự &amp;khóa</translation>
        </message>
        <message>
            <source>When nobody touches a key or the mouse. Drafts are kept.</source>
            <translation>Khi không ai chạm phím hay chuột. Bản nháp được giữ.</translation>
        </message>
        <message>
            <source>Quick &amp;hide</source>
            <translation>Ẩn &amp;nhanh</translation>
        </message>
        <message>
            <source>This key takes every window away at once, then locks.</source>
            <translation>Phím này giấu mọi cửa sổ ngay lập tức rồi khóa.</translation>
        </message>
        <message>
            <source>Pictures of the screen</source>
            <translation>Chụp màn hình</translation>
        </message>
        <message>
            <source>Allow &amp;pictures of the screen</source>
            <translation>Cho phép &amp;chụp màn hình</translation>
        </message>
        <message>
            <source>Magnifiers and people who help from afar need it; otherwise leave it off.</source>
            <translation>Cần khi dùng kính lúp màn hình hoặc nhờ hỗ trợ từ xa; nếu không thì để tắt.</translation>
        </message>
        <message>
            <source>Typed now</source>
            <translation>Đang gõ</translation>
        </message>
        <message>
            <source>It is the same person</source>
            <translation>Là cùng một người</translation>
        </message>
        <message>
            <source>Is it the same person?</source>
            <translation>Có phải cùng một người không?</translation>
        </message>
        <message>
            <source>Alike: {matched}</source>
            <translation>Khớp: {matched}</translation>
        </message>
        <message>
            <source>Step {number} of {count}</source>
            <translation>Bước {number}/{count}</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Như máy tính</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Sáng</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Tối</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Hiện</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>Tất cả</translation>
        </message>
        <message>
            <source>Trash ({count})</source>
            <translation>Thùng rác ({count})</translation>
        </message>
        <message>
            <source>Nothing was written down yet.</source>
            <translation>Chưa ghi gì.</translation>
        </message>
        <message>
            <source>Show older</source>
            <translation>Hiện cũ hơn</translation>
        </message>
        <message>
            <source>Change this note</source>
            <translation>Sửa ghi chú này</translation>
        </message>
        <message>
            <source>Throw away</source>
            <translation>Bỏ</translation>
        </message>
        <message>
            <source>Throw this note away</source>
            <translation>Bỏ ghi chú này</translation>
        </message>
        <message>
            <source>What was thrown away can be taken back here for 30 days.</source>
            <translation>Ghi chú đã bỏ được giữ ở đây 30 ngày và có thể lấy lại.</translation>
        </message>
        <message>
            <source>Thrown away {when} by {who}</source>
            <translation>{who} bỏ lúc {when}</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Lấy lại</translation>
        </message>
        <message>
            <source>The note lies in the trash for 30 days.</source>
            <translation>Ghi chú nằm trong thùng rác 30 ngày.</translation>
        </message>
        <message>
            <source>The note is back.</source>
            <translation>Đã lấy lại ghi chú.</translation>
        </message>
        <message>
            <source>{field} has its earlier value again.</source>
            <translation>{field} đã trở lại giá trị trước.</translation>
        </message>
        <message>
            <source>Show the values</source>
            <translation>Hiện nội dung</translation>
        </message>
        <message>
            <source>The case as it was then</source>
            <translation>Hồ sơ lúc ấy</translation>
        </message>
        <message>
            <source>Take this value back</source>
            <translation>Lấy lại giá trị này</translation>
        </message>
        <message>
            <source>Take back the earlier value of {field}</source>
            <translation>Lấy lại giá trị trước của {field}</translation>
        </message>
        <message>
            <source>Write a note: what was done, what is next</source>
            <translation>Viết ghi chú: đã làm gì, tiếp theo là gì</translation>
        </message>
        <message>
            <source>Add the note</source>
            <translation>Thêm ghi chú</translation>
        </message>
        <message>
            <source>Write the note first.</source>
            <translation>Hãy viết ghi chú đã.</translation>
        </message>
        <message>
            <source>Keep the change</source>
            <translation>Lưu thay đổi</translation>
        </message>
        <message>
            <source>The note is kept.</source>
            <translation>Đã lưu ghi chú.</translation>
        </message>
        <message>
            <source>The case as it was on {when}</source>
            <translation>Hồ sơ như lúc {when}</translation>
        </message>
        <message>
            <source>{field}: {old} → {new}</source>
            <translation>{field}: {old} → {new}</translation>
        </message>
        <message>
            <source>Waiting for your approval</source>
            <translation>Chờ bạn duyệt</translation>
        </message>
        <message>
            <source>Nothing waits for you to decide.</source>
            <translation>Không có gì chờ bạn duyệt.</translation>
        </message>
        <message>
            <source>{what}, {date}</source>
            <translation>{what}, {date}</translation>
        </message>
        <message>
            <source>Open the case {code}</source>
            <translation>Mở hồ sơ {code}</translation>
        </message>
        <message>
            <source>Worker</source>
            <translation>Cán bộ</translation>
        </message>
        <message>
            <source>Cases in hand</source>
            <translation>Đang phụ trách</translation>
        </message>
        <message>
            <source>Late tasks</source>
            <translation>Việc quá hạn</translation>
        </message>
        <message>
            <source>Workers</source>
            <translation>Cán bộ phụ trách</translation>
        </message>
        <message>
            <source>Nobody has a case in hand.</source>
            <translation>Chưa ai phụ trách hồ sơ nào.</translation>
        </message>
        <message>
            <source>{title} ({count})</source>
            <translation>{title} ({count})</translation>
        </message>
        <message>
            <source>Hello {name}. {date}</source>
            <translation>Chào {name}. {date}</translation>
        </message>
        <message>
            <source>Nothing waits for you. There are no cases yet.</source>
            <translation>Chưa có việc nào chờ bạn. Chưa có hồ sơ nào.</translation>
        </message>
        <message>
            <source>There is nothing to do today.</source>
            <translation>Không có việc nào hôm nay.</translation>
        </message>
        <message>
            <source>Nothing is late.</source>
            <translation>Không có việc nào quá hạn.</translation>
        </message>
        <message>
            <source>Due today</source>
            <translation>Đến hạn hôm nay</translation>
        </message>
        <message>
            <source>Waiting for others</source>
            <translation>Đang chờ</translation>
        </message>
        <message>
            <source>Referrals that nobody has answered yet: {count}</source>
            <translation>Phiếu chuyển gửi chưa ai trả lời: {count}</translation>
        </message>
        <message>
            <source>For a second person to decide: {count}</source>
            <translation>Chờ duyệt: {count}</translation>
        </message>
        <message>
            <source>No answer and no decision is awaited.</source>
            <translation>Không chờ phản hồi hay phê duyệt nào.</translation>
        </message>
        <message>
            <source>Done: {task}, {code}</source>
            <translation>Xong: {task}, {code}</translation>
        </message>
        <message>
            <source>The task lies in the trash for 30 days.</source>
            <translation>Việc đã vào thùng rác, giữ 30 ngày.</translation>
        </message>
        <message>
            <source>Not finished</source>
            <translation>Bản nháp còn dở</translation>
        </message>
        <message>
            <source>Draft: {form}, {when}</source>
            <translation>Bản nháp: {form}, {when}</translation>
        </message>
        <message>
            <source>The draft lies in the trash for seven days.</source>
            <translation>Bản nháp nằm trong thùng rác bảy ngày.</translation>
        </message>
        <message>
            <source>Mon</source>
            <translation>T2</translation>
        </message>
        <message>
            <source>Tue</source>
            <translation>T3</translation>
        </message>
        <message>
            <source>Wed</source>
            <translation>T4</translation>
        </message>
        <message>
            <source>Thu</source>
            <translation>T5</translation>
        </message>
        <message>
            <source>Fri</source>
            <translation>T6</translation>
        </message>
        <message>
            <source>Sat</source>
            <translation>T7</translation>
        </message>
        <message>
            <source>Sun</source>
            <translation>CN</translation>
        </message>
        <message>
            <source>Throw away: {task}, {code}</source>
            <translation>Bỏ: {task}, {code}</translation>
        </message>
        <message>
            <source>The next seven days</source>
            <translation>Bảy ngày tới</translation>
        </message>
        <message>
            <source>Nothing is due on this day.</source>
            <translation>Không có việc đến hạn ngày này.</translation>
        </message>
        <message>
            <source>{day}: {count} tasks</source>
            <translation>{day}: {count} việc</translation>
        </message>
        <message>
            <source>{task}, since {date}</source>
            <translation>{task}, từ {date}</translation>
        </message>
        <message>
            <source>{task}, since yesterday</source>
            <translation>{task}, trễ từ hôm qua</translation>
        </message>
        <message>
            <source>{task}, {days} days late</source>
            <translation>{task}, trễ {days} ngày</translation>
        </message>
        <message>
            <source>{task}, on {date}</source>
            <translation>{task}, ngày {date}</translation>
        </message>
        <message>
            <source>Drafts stay here for seven days, tasks and notes for 30 days.</source>
            <translation>Bản nháp được giữ ở đây 7 ngày, việc và ghi chú 30 ngày.</translation>
        </message>
        <message>
            <source>The clock of this computer has made a long step. Nothing is removed by itself until you say that it is right: today is {date}.</source>
            <translation>Đồng hồ của máy vừa nhảy một khoảng dài. Chương trình chưa xóa hẳn gì cho đến khi bạn xác nhận: hôm nay là {date}.</translation>
        </message>
        <message>
            <source>The date is right</source>
            <translation>Ngày này đúng</translation>
        </message>
        <message>
            <source>The trash is empty.</source>
            <translation>Thùng rác trống.</translation>
        </message>
        <message>
            <source>Cases do not come here. They are only removed for good, in the settings.</source>
            <translation>Hồ sơ không vào thùng rác. Chỉ có thể xóa hẳn, trong phần cài đặt.</translation>
        </message>
        <message>
            <source>Settings, Cabinet</source>
            <translation>Cài đặt, Tủ hồ sơ</translation>
        </message>
        <message>
            <source>Take back: {what}</source>
            <translation>Lấy lại: {what}</translation>
        </message>
        <message>
            <source>Draft: {form}</source>
            <translation>Bản nháp: {form}</translation>
        </message>
        <message>
            <source>Task: {task}</source>
            <translation>Việc: {task}</translation>
        </message>
        <message>
            <source>Thrown away {when}, can be taken back until {date}</source>
            <translation>Bỏ lúc {when}, lấy lại được đến {date}</translation>
        </message>
        <message>
            <source>The draft is back.</source>
            <translation>Đã lấy lại bản nháp.</translation>
        </message>
        <message>
            <source>At most {limit} letters fit here.</source>
            <translation>Ô này chứa nhiều nhất {limit} ký tự.</translation>
        </message>
        <message>
            <source>This text has {count} letters; at most {limit} can be kept. Please shorten it.</source>
            <translation>Đoạn này dài {count} ký tự; giữ được nhiều nhất {limit}. Hãy rút ngắn.</translation>
        </message>
        <message>
            <source>Type a number, such as 12.</source>
            <translation>Hãy gõ một số, ví dụ 12.</translation>
        </message>
        <message>
            <source>Type a number from {low} to {high}.</source>
            <translation>Hãy gõ số từ {low} đến {high}.</translation>
        </message>
        <message>
            <source>The copied text has more than {limit} letters. It was not pasted.</source>
            <translation>Đoạn đã chép dài hơn {limit} ký tự nên không dán vào.</translation>
        </message>
        <message>
            <source>Low</source>
            <translation>Thấp</translation>
        </message>
        <message>
            <source>Medium</source>
            <translation>Vừa</translation>
        </message>
        <message>
            <source>High</source>
            <translation>Cao</translation>
        </message>
        <message>
            <source>Very high</source>
            <translation>Rất cao</translation>
        </message>
        <message>
            <source>Take away the filter: {words}</source>
            <translation>Bỏ lọc: {words}</translation>
        </message>
        <message>
            <source>Text size: {percent} %</source>
            <translation>Cỡ chữ: {percent} %</translation>
        </message>
        <message>
            <source>Copy a description</source>
            <translation>Chép mô tả lỗi</translation>
        </message>
        <message>
            <source>Working...</source>
            <translation>Đang làm...</translation>
        </message>
        <message>
            <source>{what} {done} of {total}</source>
            <translation>{what} {done} / {total}</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Thử lại</translation>
        </message>
        <message>
            <source>This form has another draft by now. Save that one, or throw it away, first.</source>
            <translation>Phần này đã có bản nháp khác. Hãy lưu hoặc bỏ bản nháp đó trước.</translation>
        </message>
        <message>
            <source>The first copy of the key file was damaged. The second copy was used and the first mended.</source>
            <translation>Bản thứ nhất của tệp khóa bị hỏng. Chương trình đã dùng bản thứ hai và sửa lại bản thứ nhất.</translation>
        </message>
        <message>
            <source>Since the last unlock, a wrong password was typed {count} times, last on {last}.</source>
            <translation>Từ lần mở khóa trước đã có {count} lần nhập sai mật khẩu, lần cuối lúc {last}.</translation>
        </message>
        <message>
            <source>This computer has not seen this cabinet before, or its mark was deleted.</source>
            <translation>Máy tính này chưa từng mở tủ hồ sơ này, hoặc dấu ghi nhớ của tủ đã bị xóa.</translation>
        </message>
        <message>
            <source>The mark beside the cabinet was changed by another program. It was written anew.</source>
            <translation>Dấu ghi nhớ cạnh tủ hồ sơ đã bị chương trình khác sửa. Dấu đã được ghi lại.</translation>
        </message>
        <message>
            <source>This cabinet is older than what this computer has seen: the last entry is of {found}, but entries of {seen} were seen here. It can be read. Restore a newer copy, or confirm that you want to go on.</source>
            <translation>Tủ hồ sơ này cũ hơn bản mà máy tính này từng mở: lần ghi cuối là {found}, trong khi ở đây đã thấy lần ghi lúc {seen}. Vẫn xem được. Hãy khôi phục bản mới hơn, hoặc xác nhận rằng bạn muốn dùng tiếp.</translation>
        </message>
        <message>
            <source>This cabinet has a damaged place, met on {since}. Nothing is written any more, to keep it as it is. It can be read, as far as it can be read.</source>
            <translation>Tủ hồ sơ có chỗ hỏng, gặp lúc {since}. Chương trình đã dừng ghi để giữ nguyên. Vẫn xem được những chỗ còn đọc được.</translation>
        </message>
        <message>
            <source>The journal of this cabinet was changed from entry {position} on. It can be read. Confirm if you want to go on.</source>
            <translation>Nhật ký của tủ hồ sơ này đã bị sửa từ mục số {position}. Vẫn xem được. Hãy xác nhận nếu bạn muốn dùng tiếp.</translation>
        </message>
        <message>
            <source>Two records of this case have the number {number}. Nothing was changed.</source>
            <translation>Hai bản ghi của hồ sơ này cùng mang số {number}. Chưa có gì thay đổi.</translation>
        </message>
        <message>
            <source>The referral number {number} is used already.</source>
            <translation>Số phiếu {number} đã được dùng.</translation>
        </message>
        <message>
            <source>{at} {by}: {record} was added.</source>
            <translation>{at} {by}: thêm {record}.</translation>
        </message>
        <message>
            <source>{at} {by}: {record}, {field}: {old} → {new}</source>
            <translation>{at} {by}: {record}, {field}: {old} → {new}</translation>
        </message>
        <message>
            <source>{at} {by}: {record} was taken out.</source>
            <translation>{at} {by}: bỏ {record}.</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>chưa có</translation>
        </message>
        <message>
            <source>Answer to a referral</source>
            <translation>Phản hồi chuyển gửi</translation>
        </message>
        <message>
            <source>Service provider</source>
            <translation>Đơn vị cung cấp dịch vụ</translation>
        </message>
        <message>
            <source>This folder is shown by other programs. A cabinet is kept in the program's own folder, where nothing lists, previews or shares it.</source>
            <translation>Thư mục này hiện ra trong các chương trình khác. Tủ hồ sơ nằm trong thư mục riêng của chương trình, ở đó không gì liệt kê, xem trước hay chia sẻ được.</translation>
        </message>
        <message>
            <source>This folder is copied to other computers by itself. A cabinet must stay on this computer; use a backup to keep a copy elsewhere.</source>
            <translation>Thư mục này tự chép sang máy khác. Tủ hồ sơ phải ở lại trên máy này; hãy dùng bản sao lưu nếu cần giữ một bản ở nơi khác.</translation>
        </message>
        <message>
            <source>This folder is on a network drive. A cabinet must stay on this computer, or it can be damaged when the network fails.</source>
            <translation>Thư mục này nằm trên ổ đĩa mạng. Tủ hồ sơ phải ở lại trên máy này, nếu không có thể hỏng khi mạng ngắt.</translation>
        </message>
        <message>
            <source>This folder is on a drive that can be pulled out. A cabinet must stay on this computer; use a backup to take a copy with you.</source>
            <translation>Thư mục này nằm trên ổ có thể rút ra. Tủ hồ sơ phải ở lại trên máy này; hãy dùng bản sao lưu nếu cần mang theo một bản.</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>COMMAND</source>
            <translation>LỆNH</translation>
        </message>
        <message>
            <source>one of the commands below</source>
            <translation>một trong các lệnh bên dưới</translation>
        </message>
    </context>
    <context>
        <name>Parser</name>
        <message>
            <source>More of a command: {command} --help</source>
            <translation>Xem kỹ một lệnh: {command} --help</translation>
        </message>
        <message>
            <source>See: {command} --help</source>
            <translation>Xem cách gõ: {command} --help</translation>
        </message>
    </context>
</TS>
