/**
 * The syllables that bulletins have most, the most frequent first, without marks: half of all words (counted over this repository's portal and the corpus of bench/). What follows them
 * are the largest entries of an index: where two of them met in one file it was twice as large.
 */
const FREQUENT =
  'cac dong ban chi va cong huyen tu co quan cua trong phong nam dan so duoc dung qua cho do thuc xa hoi tai de chinh voi dia thi hien da den phan thu moi nguoi vu khong ve bo tren ngay the ' +
  'van thong khi vien nhiem canh dau ho gia dao nhung an thoi bao truong tac xay hop lam tiep dang nhan mot chu tri la vi su uy truoc sach dinh to tich dat dien doan tuc tran cao cung nghi ' +
  'sau don doi tinh thanh nuoc san thang gop con noi ra thon ba theo nha loi ma hai toan vung viec le lanh duong lang dieu giai cap ket phuong muc tang giao tot o huong du thuong cau ben gio'

const RANKS = new Map(FREQUENT.split(' ').map((fold, rank) => [fold, rank]))

/** Its place among the most frequent syllables, from 0; undefined: it is not one of them. */
export const rankOf = (fold: string): number | undefined => RANKS.get(fold)
