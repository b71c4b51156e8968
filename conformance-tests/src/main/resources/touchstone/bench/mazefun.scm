; Builds a maze without changing anything: rows are lists, walls go away by making new rows.
; A wall between two cells goes if the cells are not connected yet; the walls come in a shuffled order.
(define (iota n)
  (let loop ((i (- n 1)) (result '()))
    (if (< i 0)
        result
        (loop (- i 1) (cons i result)))))

(define (fold f start items)
  (if (null? items)
      start
      (fold f (f (car items) start) (cdr items))))

(define (filter keep? items)
  (fold (lambda (item kept) (if (keep? item) (cons item kept) kept))
        '()
        (reverse items)))

; A linear congruential generator; the state goes from hand to hand.
(define (next-random state)
  (modulo (+ (* state 421) 1663) 7875))

; Sorts by random keys, with a merge of lists.
(define (merge a b)
  (cond ((null? a) b)
        ((null? b) a)
        ((< (caar b) (caar a)) (cons (car b) (merge a (cdr b))))
        (else (cons (car a) (merge (cdr a) b)))))

(define (sort items)
  (if (or (null? items) (null? (cdr items)))
      items
      (let loop ((rest items) (left '()) (right '()))
        (if (null? rest)
            (merge (sort left) (sort right))
            (loop (cdr rest) right (cons (car rest) left))))))

(define (shuffle items seed)
  (let loop ((rest items) (state seed) (keyed '()))
    (if (null? rest)
        (map cdr (sort keyed))
        (let ((next (next-random state)))
          (loop (cdr rest) next (cons (cons next (car rest)) keyed))))))

; A cell is a number; a wall is a pair of neighbours.
(define (walls width height)
  (apply append
         (map (lambda (cell)
                (append (if (< (modulo (+ cell 1) width) 1) '() (list (cons cell (+ cell 1))))
                        (if (< (+ cell width) (* width height)) (list (cons cell (+ cell width))) '())))
              (iota (* width height)))))

(define (region-of cell regions)
  (if (memv cell (car regions))
      (car regions)
      (region-of cell (cdr regions))))

; Takes a wall down, unless that would make a second way between two cells. A maze is (regions . open walls).
(define (open wall maze)
  (let ((one (region-of (car wall) (car maze)))
        (other (region-of (cdr wall) (car maze))))
    (if (eq? one other)
        maze
        (cons (cons (append one other)
                    (filter (lambda (region) (not (or (eq? region one) (eq? region other))))
                            (car maze)))
              (cons wall (cdr maze))))))

(define (make-maze width height seed)
  (fold open
        (cons (map list (iota (* width height))) '())
        (shuffle (walls width height) seed)))

(define (checksum maze)
  (fold (lambda (wall sum) (modulo (+ (* 31 sum) (* 7 (car wall)) (cdr wall)) 1000003))
        (length (cdr maze))
        (cdr maze)))

(fold + 0 (map (lambda (seed) (checksum (make-maze 20 20 seed))) (iota 60)))
